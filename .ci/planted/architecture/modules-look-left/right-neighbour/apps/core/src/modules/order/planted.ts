import { planted } from '../production';

export const used = planted;
