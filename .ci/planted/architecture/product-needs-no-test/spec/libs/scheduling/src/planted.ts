import { planted } from './solve.spec';

export const used = planted;
