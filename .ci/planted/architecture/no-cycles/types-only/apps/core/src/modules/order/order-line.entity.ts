import type { Order } from './order.entity';

export type OrderLine = { order: Order };
