import { planted } from 'lodash';

export const used = planted;
