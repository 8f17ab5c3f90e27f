import { planted } from 'luxon';

export const used = planted;
