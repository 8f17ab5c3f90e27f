import type { DateTime } from 'luxon';

export type At = DateTime;
