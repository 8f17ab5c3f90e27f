import { oven } from '../oven/profile';

export const shop = [oven];
