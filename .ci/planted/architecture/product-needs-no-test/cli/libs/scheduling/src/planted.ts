import { planted } from '../cli/solve';

export const used = planted;
