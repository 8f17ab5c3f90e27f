import type { OrderLine } from './order-line.entity';

export type Order = { lines: OrderLine[] };
