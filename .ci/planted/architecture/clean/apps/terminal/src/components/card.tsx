import { client } from '../lib/client';

export const Card = [client];
