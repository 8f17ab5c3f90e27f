import { solve } from '../src';

export const order = solve;
