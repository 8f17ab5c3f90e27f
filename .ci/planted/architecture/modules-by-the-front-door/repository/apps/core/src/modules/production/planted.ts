import { planted } from '../order/order.repository';

export const used = planted;
