import { planted } from 'pg';

export const used = planted;
