import { planted } from '@takt/scheduling';

export const used = planted;
