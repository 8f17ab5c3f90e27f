import { Injectable } from '@nestjs/common';
import { addDays } from '@takt/calendar';
import { isRefusal, type KpiFact, type KpiRestatement, type OtdBasis, type Refusal } from '@takt/contracts';
import { kpiById, type Sums } from '@takt/kpi';
import { Exact } from '@takt/production';
import type { Tx } from '../../../platform/database';
import { cursorPage, type PageRequest } from '../../../platform/http';
import { factsOf } from './fact-sources';
import { FigureRepository, type FigureGroup } from './figure.repository';
import { FigureService, type AskedFigure } from './figure.service';
import type { FigureSetting } from './figure-value';
import { segmentsOf, type FigureWindow } from './figure-window';

interface FactRow extends Omit<KpiFact, 'at'> {
  readonly at: Date;
}

interface RestatementRow {
  readonly id: string;
  readonly restated_at: Date;
  readonly reason: string;
  readonly start_at: Date;
  readonly end_at: Date;
  readonly dims: Record<string, string>;
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
}

/** A page with the cursor of the next one. */
interface PageOf<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** The facts behind figures, and figures as they were before they were restated. */
@Injectable()
export class FactService {
  constructor(
    private readonly service: FigureService,
    private readonly figures: FigureRepository,
  ) {}

  /** The orders, movements, reports and states of a window, newest first. @returns thing.unknown · kpi.dimension · kpi.window */
  async facts(
    tx: Tx,
    asked: AskedFigure,
    page: Omit<PageRequest, 'sort'>,
  ): Promise<PageOf<KpiFact> | Refusal> {
    const setting = await this.service.setting(tx, asked);
    if (isRefusal(setting)) return setting;
    const window = this.service.window(asked, setting);
    if (isRefusal(window)) return window;
    const { cube, filter } = setting;
    const { from, to } = await this.bounds(tx, setting, window);
    const { rows, nextCursor } = await newestFirst([from, to], page.cursor, (since) => {
      const parameters = [tx.plant, new Date(from), new Date(to), ...FILTER_ORDER.map((name) => filter[name] ?? null)]; // prettier-ignore
      const source = factsOf(cube.name, asked.kpi, asked.basis ?? ('committed' satisfies OtdBasis));
      const select = `select f.id, f.at, f.kind, f.title, f.counts, f."values"\nfrom (${source}) f`;
      const narrowed = since > from ? { where: [`f.at >= $${parameters.length + 1}`], parameters: [...parameters.with(1, new Date(since)), new Date(since)] } : { where: ['true'], parameters }; // prettier-ignore
      return cursorPage<FactRow>(
        tx,
        { select, ...narrowed, sortable: { at: { sql: 'f.at', type: 'timestamptz', never: 'null' } }, id: { sql: 'f.id', type: 'text' } },
        { ...page, sort: [{ field: 'at', descending: true }] },
      ); // prettier-ignore
    });
    const items = rows.map(({ id, at, kind, title, counts, values }) => ({ id, at: at.toISOString(), kind, title, counts, values })); // prettier-ignore
    return { items, nextCursor };
  }

  /** From when to when the facts of a figure lie, epoch ms. */
  async span(tx: Tx, asked: AskedFigure): Promise<{ from: number; to: number }> {
    const setting = await this.service.setting(tx, asked);
    const window = isRefusal(setting) ? setting : this.service.window(asked, setting);
    if (isRefusal(setting) || isRefusal(window))
      return { from: Date.parse(asked.from), to: Date.parse(asked.to) };
    return this.bounds(tx, setting, window);
  }

  /** A production day begins where the night shift ends: the rows of the figure know when theirs did. */
  private async bounds(
    tx: Tx,
    { cube, filter }: FigureSetting,
    window: FigureWindow,
  ): Promise<{ from: number; to: number }> {
    if (cube.grain !== 'hour' || window.days === null) return window;
    const of = async (days: readonly [string, string]): Promise<FigureGroup | undefined> => {
      const segments = segmentsOf({ ...window, days }, ['day'], cube.grain);
      return (await this.figures.groups(tx, { cube, segments, inputs: [], filter, by: [], durations: false }))[0]; // prettier-ignore
    };
    const [first, next] = window.days;
    const begin = (await of([first, addDays(first, 1)]))?.startAt;
    const end = (await of([addDays(next, -1), next]))?.endAt;
    const whole = begin && end ? null : await of(window.days);
    return { from: begin ?? whole?.startAt ?? window.from, to: end ?? whole?.endAt ?? window.to };
  }

  /** Settled buckets of a figure that have changed since, newest first. @returns thing.unknown · kpi.window */
  async restatements(
    tx: Tx,
    asked: AskedFigure,
    page: Omit<PageRequest, 'sort'>,
  ): Promise<PageOf<KpiRestatement> | Refusal> {
    const setting = await this.service.setting(tx, asked);
    if (isRefusal(setting)) return setting;
    const window = this.service.window(asked, setting);
    if (isRefusal(window)) return window;
    const { rows, nextCursor } = await cursorPage<RestatementRow>(
      tx,
      {
        select:
          'select r.id, r.restated_at, r.reason, r.start_at, r.end_at, r.dims, r.before, r.after\nfrom kpi_restatement r',
        where: ['r.plant = $1', 'r.cube = $2', 'r.end_at > $3', 'r.start_at < $4'],
        parameters: [tx.plant, setting.cube.name, new Date(window.from), new Date(window.to)],
        sortable: { at: { sql: 'r.restated_at', type: 'timestamptz' } },
        id: { sql: 'r.id', type: 'uuid' },
      },
      { ...page, sort: [{ field: 'at', descending: true }] },
    );
    return { items: rows.map((row) => restatementOf(asked.kpi, row)), nextCursor };
  }
}

/** First stretch of time that is looked through, and by how much the next is longer. */
const FIRST_MS = 6 * 3_600_000;
const LONGER = 8;

/** The instant of the last row that was read; the end of the window when there is none, or the cursor is none. */
function readUntil(cursor: string | undefined, to: number): number {
  try {
    const [at] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8')) as unknown[];
    const instant = Date.parse(String(at));
    return Number.isNaN(instant) ? to : Math.min(to, instant);
  } catch {
    return to;
  }
}

/**
 * A page of what is newest: looks through the last hours first, and through longer stretches until the page is full, so that a page of a
 * year costs no more than one of a day.
 */
async function newestFirst<T>(
  [from, to]: readonly [number, number],
  cursor: string | undefined,
  read: (since: number) => Promise<{ rows: T[]; nextCursor: string | null }>,
): Promise<{ rows: T[]; nextCursor: string | null }> {
  const until = readUntil(cursor, to);
  for (let length = FIRST_MS; ; length *= LONGER) {
    const since = Math.max(from, until - length);
    const page = await read(since);
    if (page.nextCursor !== null || since === from) return page;
  }
}

const FILTER_ORDER = ['line', 'station', 'item', 'class', 'customer', 'worker'] as const;

function restatementOf(id: string, row: RestatementRow): KpiRestatement {
  const { start_at: from, end_at: to, before, after } = row;
  const kpi = kpiById(id);
  const windowSec = (to.getTime() - from.getTime()) / 1000;
  const valueOf = (sums: Record<string, string>): number | null => kpi?.evaluate({ sums: sums as Sums, windowSec }).value ?? null; // prettier-ignore
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const change = names
    .map((name) => [name, new Exact(after[name] ?? 0).minus(before[name] ?? 0).toNumber()] as const)
    .filter(([, amount]) => amount !== 0);
  return {
    id: row.id,
    restatedAt: row.restated_at.toISOString(),
    reason: row.reason,
    from: from.toISOString(),
    to: to.toISOString(),
    bucket: row.dims,
    before: valueOf(before),
    after: valueOf(after),
    change: Object.fromEntries(change),
  };
}
