import { Card } from '../../components/card';

export const Stops = [Card];
