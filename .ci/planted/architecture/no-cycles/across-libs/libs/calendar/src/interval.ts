import { solve } from '@takt/scheduling';

export const interval = () => solve;
