import { score } from '.';

export const solve = () => score;
