import { planted } from 'node:fs';

export const used = planted;
