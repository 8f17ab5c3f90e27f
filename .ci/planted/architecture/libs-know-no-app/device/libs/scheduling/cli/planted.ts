import { planted } from '../../../devices/kit/connect';

export const used = planted;
