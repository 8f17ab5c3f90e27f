import { planted } from '../../apps/core/src/env';

export const used = planted;
