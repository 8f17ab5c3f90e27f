import { Repository } from 'typeorm';
import { queue } from '../../platform/queue/queue';

export const OrderRepository = [Repository, queue];
