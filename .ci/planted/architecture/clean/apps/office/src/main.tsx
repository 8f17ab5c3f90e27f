import { BigButton } from '@takt/ui';
import { interval } from '@takt/calendar';

export const start = [BigButton, interval];
