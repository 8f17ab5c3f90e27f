import { planted } from '../../modules/order';

export const used = planted;
