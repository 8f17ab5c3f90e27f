import { planted } from '../../../../../libs/scheduling/src/solve';

export const used = planted;
