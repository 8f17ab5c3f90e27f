import { order } from '../test/order';
import { solve } from './solve';

export const seen = [solve, order];
