import { planted } from '../../calendar/src/interval';

export const used = planted;
