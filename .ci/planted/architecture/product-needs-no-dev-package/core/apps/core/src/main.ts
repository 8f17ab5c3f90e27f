import { planted } from 'fast-check';

export const used = planted;
