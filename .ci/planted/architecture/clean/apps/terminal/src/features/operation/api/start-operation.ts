import { Operation } from '@takt/contracts';
import { client } from '../../../lib/client';

export const startOperation = [Operation, client];
