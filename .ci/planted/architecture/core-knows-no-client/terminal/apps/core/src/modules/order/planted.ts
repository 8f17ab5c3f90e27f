import { planted } from '../../../../terminal/src/lib/client';

export const used = planted;
