import { readFileSync } from 'node:fs';
import { interval } from '@takt/calendar';
import { solve } from '../src';

export const run = [readFileSync, interval, solve];
