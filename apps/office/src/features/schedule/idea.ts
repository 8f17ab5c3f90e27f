import type { RequestOf, scheduleRoutes } from '@takt/contracts';

/** What might happen, as it is typed: a rush order, a station that is down, a line that works longer. */
export interface Idea {
  readonly item: string;
  readonly qty: string;
  readonly dueAt: string;
  readonly station: string;
  readonly untilAt: string;
  readonly line: string;
  readonly startAt: string;
  readonly endAt: string;
}

type Body = NonNullable<RequestOf<typeof scheduleRoutes.whatIf>['body']>;

const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** Nothing chosen yet; times that are a good beginning: two days ahead, four hours from now, the next eight hours. */
export function emptyIdea(nowMs: number): Idea {
  const hour = Math.ceil(nowMs / HOUR) * HOUR;
  return {
    item: '',
    qty: '',
    dueAt: iso(hour + 48 * HOUR),
    station: '',
    untilAt: iso(hour + 4 * HOUR),
    line: '',
    startAt: iso(hour),
    endAt: iso(hour + 8 * HOUR),
  };
}

/** The question; undefined while nothing whole is chosen. */
export function bodyOf(idea: Idea): Body | undefined {
  const { item, qty, dueAt, station, untilAt, line, startAt, endAt } = idea;
  const body: Body = {
    ...(item !== '' && Number(qty) > 0 && dueAt !== '' && { order: { item, qty: Number(qty), dueAt } }),
    ...(station !== '' && untilAt !== '' && { down: { station, untilAt } }),
    ...(line !== '' && startAt !== '' && endAt !== '' && { extra: { line, startAt, endAt } }),
  };
  return Object.keys(body).length === 0 ? undefined : body;
}
