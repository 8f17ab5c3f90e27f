import { planted } from '../../app/app';

export const used = planted;
