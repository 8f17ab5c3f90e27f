import { planted } from 'fs';

export const used = planted;
