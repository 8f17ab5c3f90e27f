import type { orderRoutes, OrderLine, ReplyOf } from '@takt/contracts';
import type { Urgency } from '@takt/ui';

/** A line as the list shows it: with customer and channel of its order. */
export type ListedLine = ReplyOf<typeof orderRoutes.list>['items'][number];

/** Which lines ask for the reader. */
export const urgencies: Readonly<Record<OrderLine['risk'], Urgency>> = {
  late: 'needs-you',
  unplanned: 'needs-you',
  'at-risk': 'next',
  'on-time': 'rest',
  done: 'rest',
};

/** What the list can be narrowed to. */
export const SCOPES = ['open', 'late', 'at-risk', 'unplanned', 'shipped', 'cancelled', 'all'] as const;
/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

const OPEN = 'status:open|in-production|ready|part-shipped';
const filters: Readonly<Record<Scope, string>> = {
  open: OPEN,
  late: `${OPEN},risk:late`,
  'at-risk': `${OPEN},risk:at-risk`,
  unplanned: `${OPEN},risk:unplanned`,
  shipped: 'status:shipped',
  cancelled: 'status:cancelled',
  all: '',
};

/**
 * The filter of the list route.
 * @param scope which lines
 * @param customer id; empty: all
 */
export function filterOf(scope: Scope, customer: string): string {
  return [filters[scope], customer === '' ? '' : `customer:${customer}`].filter(Boolean).join(',');
}

/** The promise that holds now: as moved since, or the first one. */
export function promiseOf(line: Pick<OrderLine, 'committedAt' | 'latestCommittedAt'>): string | null {
  return line.latestCommittedAt ?? line.committedAt;
}

/**
 * Seconds by which a line is or will be after its promise; undefined: without promise or forecast.
 * @param line with promise and forecast, or shipped
 */
export function latenessSec(
  line: Pick<OrderLine, 'committedAt' | 'latestCommittedAt' | 'forecastAt' | 'shippedAt'>,
): number | undefined {
  const promise = promiseOf(line);
  const end = line.shippedAt ?? line.forecastAt;
  if (promise === null || end === null) return undefined;
  return (Date.parse(end) - Date.parse(promise)) / 1000;
}

/** Can the line still be changed or cancelled? */
export function isOpen({ status }: Pick<OrderLine, 'status'>): boolean {
  return status !== 'shipped' && status !== 'cancelled';
}
