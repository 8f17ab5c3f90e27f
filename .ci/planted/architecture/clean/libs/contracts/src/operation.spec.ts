import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Operation } from './operation';

export const seen = [readFileSync, fc, Operation];
