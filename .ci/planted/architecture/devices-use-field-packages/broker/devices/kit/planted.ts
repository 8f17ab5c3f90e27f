import { planted } from 'aedes';

export const used = planted;
