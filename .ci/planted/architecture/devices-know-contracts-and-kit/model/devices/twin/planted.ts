import { door } from '../oven/door';

export const used = door;
