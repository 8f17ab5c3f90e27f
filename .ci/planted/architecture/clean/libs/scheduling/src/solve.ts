import { interval } from '@takt/calendar';
import { Operation } from '@takt/contracts';

export const solve = () => [interval, Operation];
