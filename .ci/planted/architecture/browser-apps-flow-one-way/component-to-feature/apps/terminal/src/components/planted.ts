import { planted } from '../features/stop/stops';

export const used = planted;
