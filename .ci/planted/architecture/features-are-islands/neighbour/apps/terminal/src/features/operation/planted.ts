import { planted } from '../stop/stops';

export const used = planted;
