import { planted } from '@takt/contracts/operation';

export const used = planted;
