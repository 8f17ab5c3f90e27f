import { planted } from 'node:crypto';

export const used = planted;
