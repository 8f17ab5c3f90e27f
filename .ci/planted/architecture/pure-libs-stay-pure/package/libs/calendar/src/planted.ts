import { planted } from 'zod';

export const used = planted;
