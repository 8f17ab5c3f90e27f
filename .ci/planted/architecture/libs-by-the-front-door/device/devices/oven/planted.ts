import { planted } from '../../libs/contracts/src/operation';

export const used = planted;
