import { planted } from '../test/order';

export const used = planted;
