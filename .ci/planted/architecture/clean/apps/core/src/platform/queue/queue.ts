import { randomUUID } from 'node:crypto';
import { Operation } from '@takt/contracts';
import { Queue } from 'bullmq';
import type { Request } from 'express';
import { env } from '../../env';

export const queue = (request: Request) => [randomUUID, Operation, Queue, env, request];
