import { planted } from 'typescript';

export const used = planted;
