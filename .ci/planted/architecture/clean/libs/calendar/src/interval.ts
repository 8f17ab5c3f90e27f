import { type Operation } from '@takt/contracts';
import Decimal from 'decimal.js';
import { Interval } from 'luxon';

export const interval = (operation: Operation) => [operation, Interval, new Decimal(1)];
