import { planted } from '../components/card';

export const used = planted;
