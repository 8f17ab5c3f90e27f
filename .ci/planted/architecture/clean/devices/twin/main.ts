import { readFileSync } from 'node:fs';
import { Operation } from '@takt/contracts';
import { connect } from '../kit/connect';
import { shop } from './shop';

export const twin = [readFileSync, Operation, connect, shop];
