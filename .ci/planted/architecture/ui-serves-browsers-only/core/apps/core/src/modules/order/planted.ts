import { planted } from '@takt/ui';

export const used = planted;
