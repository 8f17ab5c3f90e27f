import { planted } from '../../../test/factory';

export const used = planted;
