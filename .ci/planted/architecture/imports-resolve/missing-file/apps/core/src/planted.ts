import { planted } from './nowhere';

export const used = planted;
