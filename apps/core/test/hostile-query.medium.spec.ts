import { startCore, type TestCore } from './core';
import { bakery, stocked } from './shop';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await stocked(core, 'flour', '5', { lot: 'F1' });
});
afterAll(() => core.stop());

const WEEK = { from: '2026-01-05T00:00:00Z', to: '2026-01-12T00:00:00Z' };
const BACKWARDS = { from: WEEK.to, to: WEEK.from };
const DIMENSIONS = 'plant, line, station, item, item-class, customer, worker, hour, shift, day, week, month';
const BASES = 'requested, committed, latest';
const INSTANT = 'an instant such as 2026-01-05T06:00:00Z';
const CURSOR = 'not a cursor of this list';
const FIELDS = 'item, lot, kind, place, workOrder, order, from, to';
const LIMIT = 'a whole number from 1 to 500';

interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** what the reply says: the wrong value, and what may stand there */
  readonly told: readonly string[];
}
const all = (
  path: string,
  base: object,
  rows: readonly (readonly [query: object, ...told: string[]])[],
): Asked[] => rows.map(([query, ...told]) => ({ path, query: { ...base, ...query }, told }));

const FIGURE: Parameters<typeof all>[2] = [
  [{ from: 'zzz' }, 'query.from "zzz"', INSTANT],
  [{ from: '2026-13-01T00:00:00Z' }, '2026-13-01', INSTANT],
  [{ to: '1900-01-01T00:00:00Z' }, '1900-01-01', 'between 2000 and 2100'],
  [BACKWARDS, WEEK.to, WEEK.from, 'end after it begins', 'exchanged'],
  [{ from: '2010-01-01T00:00:00Z' }, '2010-01-01', 'longer than 1100 d'],
  [{ station: 'packer' }, 'otd', 'station', 'plant, item, item-class, customer, day, week, month'],
  [{ line: 'NaN' }, 'query.line "NaN"', '1 to 40 of a-z'],
  [{ item: 'nope' }, 'There is no item nope'],
  [{ item: '' }, 'query.item ""', '1 to 64 of A-Z'],
  [{ class: 'nope' }, 'There is no item class nope'],
  [{ customer: 'nope' }, 'There is no customer nope'],
  [{ basis: 'zzz' }, 'query.basis "zzz"', BASES],
  [{ nope: '1' }, 'unknown: nope', 'there are from, to, line, station, item, class, customer, worker, basis'],
];
const BY: Parameters<typeof all>[2] = [
  [{ by: 'zzz' }, 'query.by "zzz"', DIMENSIONS],
  [{ by: 'item,day,month' }, 'query.by "item,day,month"', 'one or two different ones'],
  [{ by: 'day,day' }, 'query.by "day,day"', 'different ones'],
  [{ by: 'station' }, 'otd', 'station', 'plant, item, item-class, customer, day, week, month'],
];
const PAGE: Parameters<typeof all>[2] = [
  ...['', '0', '-1', '501', '1e99', 'NaN', '1.5', '2026-01-05'].map(
    (limit) => [{ limit }, `query.limit "${limit}"`, LIMIT] as const,
  ),
  [{ cursor: 'zzz' }, 'query.cursor "zzz"', CURSOR],
  [{ cursor: 'WyJ4Il0' }, 'query.cursor', CURSOR],
];

const asked: Asked[] = [
  ...all('/kpis', {}, [[{ by: 'day' }, 'unknown: by']]),
  ...all('/kpis/nope', WEEK, [[{}, 'There is no kpi nope']]),
  ...all('/kpis/otd', WEEK, [
    ...FIGURE,
    ...BY,
    [{ compare: 'both' }, 'query.compare "both"', 'none, previous'],
  ]),
  ...all('/kpis/oee', WEEK, [
    [{ basis: 'latest' }, 'oee', 'latest', 'otd, otif-line, otd-order, otif'],
    [{ by: 'hour', from: '2025-01-05T00:00:00Z' }, '2025-01-05', 'longer than 62 d'],
  ]),
  ...all('/kpis/otd/export', WEEK, [...FIGURE, ...BY]),
  ...all('/kpis/otd/facts', WEEK, [...FIGURE, ...PAGE]),
  ...all('/kpis/otd/distribution', WEEK, FIGURE),
  ...all('/kpis/headline', WEEK, [
    [BACKWARDS, WEEK.to, WEEK.from, 'end after it begins'],
    [{ station: 'nope' }, 'There is no station nope'],
    [{ basis: 'zzz' }, 'query.basis "zzz"', BASES],
  ]),
  ...all('/kpis/oee/restatements', WEEK, [
    ...PAGE,
    [BACKWARDS, WEEK.to, WEEK.from, 'end after it begins'],
    [{ line: 'bakery' }, 'unknown: line', 'there are from, to, limit, cursor'],
  ]),
  ...all('/kpis/annotations', WEEK, [
    [{ kpi: 'nope' }, 'There is no kpi nope'],
    [BACKWARDS, WEEK.to, WEEK.from, 'end after it begins'],
  ]),
  ...all('/stock', {}, [
    [{ at: 'zzz' }, 'query.at "zzz"', INSTANT],
    [{ at: '2099-01-01T00:00:00Z' }, '2099-01-01T00:00:00Z', 'it is 20'],
    [{ item: 'nope' }, 'There is no item nope'],
    [{ place: 'moon' }, 'query.place "moon"', 'raw, wip, finished, quarantine'],
    [{ lot: 'F1' }, 'unknown: lot', 'there are at, item, place'],
  ]),
  ...all('/stock/exceptions', {}, [[{ at: WEEK.from }, 'unknown: at']]),
  ...all('/stock/waste', WEEK, [
    [{ from: 'zzz' }, 'query.from "zzz"', INSTANT],
    [BACKWARDS, WEEK.to, WEEK.from, 'end after it begins', 'exchanged'],
  ]),
  ...all('/movements', {}, [
    ...PAGE,
    [{ q: 'flour' }, 'unknown: q', 'there are limit, cursor, filter, sort'],
    [{ sort: 'value' }, 'query.sort "value"', 'occurredAt, recordedAt'],
    [{ filter: 'zzz' }, 'query.filter "zzz"', FIELDS],
    [{ filter: 'item:' }, 'query.filter "item:"', FIELDS],
    [{ filter: 'kind:zzz' }, 'kind:zzz', 'opening, receipt, issue'],
    [{ filter: 'place:moon' }, 'place:moon', 'raw, wip, finished, quarantine'],
    [{ filter: 'item:flour,item:cake' }, 'item:flour,item:cake', 'item stands there once'],
    [{ filter: 'item:flour|nope' }, 'There is no item nope'],
    [{ filter: 'lot:nope' }, 'There is no lot nope'],
    [{ filter: 'workOrder:nope' }, 'There is no work order nope'],
    [{ filter: 'order:nope' }, 'There is no order nope'],
    [{ filter: 'from:zzz' }, 'query.filter.from "zzz"', INSTANT],
    [{ filter: 'to:1900-01-01T00:00:00Z' }, '1900-01-01', INSTANT],
    [{ filter: `from:${WEEK.from}|${WEEK.to}` }, WEEK.to, 'one instant, not several'],
    [{ filter: `from:${WEEK.to},to:${WEEK.from}` }, WEEK.from, 'not before from'],
  ]),
  ...all('/trace/lot/nope', {}, [[{}, 'There is no lot nope']]),
  ...all('/trace/moon/F1', {}, [[{}, 'path.kind "moon"', 'lot, work-order, order-line']]),
  ...all('/trace/lot/F1', {}, [
    [{ direction: 'up' }, 'query.direction "up"', 'back, forward, both'],
    [{ depth: '3' }, 'unknown: depth', 'there are direction'],
  ]),
  ...all('/recalls', {}, [
    [{ lots: 'F1,nope' }, 'There is no lot nope'],
    [{ lots: 'F1,,F1' }, 'query.lots "F1,,F1"', 'up to 40 lots'],
  ]),
];

it.each(asked.map((one) => [one.path, JSON.stringify(one.query), one] as const))(
  '%s %s is refused, and says what is wrong and what may stand there',
  async (_, __, { path, query, told }) => {
    const reply = await fetch(`${core.url}/api/v1${path}?${new URLSearchParams(query)}`, {
      headers: { authorization: `Bearer ${core.admin}`, 'accept-language': 'en' },
    });
    const { code, detail, hint } = (await reply.json()) as Record<string, string>;
    expect([reply.status, code]).toEqual([expect.any(Number), expect.stringMatching(/^[a-z-]+\.[a-z-]+$/)]);
    expect([400, 404, 422]).toContain(reply.status);
    for (const part of told) expect(`${detail} ${hint}`).toContain(part);
  },
);
