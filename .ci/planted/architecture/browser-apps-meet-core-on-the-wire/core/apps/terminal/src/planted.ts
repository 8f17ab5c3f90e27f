import { planted } from '../../core/src/env';

export const used = planted;
