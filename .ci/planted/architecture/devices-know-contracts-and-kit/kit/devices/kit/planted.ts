import { planted } from '../oven/profile';

export const used = planted;
