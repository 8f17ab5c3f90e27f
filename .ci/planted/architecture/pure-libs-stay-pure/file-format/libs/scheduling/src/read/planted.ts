import { planted } from 'papaparse';

export const used = planted;
