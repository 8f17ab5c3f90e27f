import { planted } from 'express';

export const used = planted;
