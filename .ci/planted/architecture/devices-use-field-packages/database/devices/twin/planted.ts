import { planted } from 'typeorm';

export const used = planted;
