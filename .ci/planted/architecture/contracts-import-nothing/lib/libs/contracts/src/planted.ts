import { planted } from '@takt/calendar';

export const used = planted;
