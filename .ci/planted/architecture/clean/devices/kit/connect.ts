import { randomUUID } from 'node:crypto';
import { Operation } from '@takt/contracts';
import mqtt from 'mqtt';

export const connect = [randomUUID, Operation, mqtt];
