import { planted } from '../twin/shop';

export const used = planted;
