import { planted } from 'node:path';

export const used = planted;
