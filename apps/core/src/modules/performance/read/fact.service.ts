import { Injectable } from '@nestjs/common';
import { addDays } from '@takt/calendar';
import { isRefusal, type KpiFact, type KpiRestatement, type OtdBasis, type Refusal } from '@takt/contracts';
import type { Kpi, Sums } from '@takt/kpi';
import { Exact, type Amount } from '@takt/production';
import type { Tx } from '../../../platform/database';
import { cursorPage, type PageRequest } from '../../../platform/http';
import { areasOf, LEVEL_NAMES, storedNames } from '../cube/level';
import type { PlantAsWas } from '../roll-up/as-was';
import { AsWasRepository } from '../roll-up/as-was.repository';
import { TYPED } from './facts/fact-sql';
import { factsOf } from './facts/fact-source';
import { FactWeigher, type FoundFact } from './facts/fact-weigher';
import { FigureRepository, type FigureGroup } from './figure.repository';
import { FigureService, type AskedFigure } from './figure.service';
import { averagesOverTime, type FigureSetting } from './figure-value';
import { segmentsOf, type FigureWindow } from './figure-window';

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

/** A page of facts. */
export interface FactPage extends Omit<PageRequest, 'sort'> {
  /** facts of this kind alone */
  readonly kind?: KpiFact['kind'] | undefined;
}

/** The facts behind figures, and figures as they were before they were restated. */
@Injectable()
export class FactService {
  constructor(
    private readonly service: FigureService,
    private readonly figures: FigureRepository,
    private readonly asWas: AsWasRepository,
  ) {}

  /**
   * The orders, movements, reports and states of a window, newest first, each with what it adds to the figure: together they are its numerator
   * and denominator. What adds nothing is left out, so that a page may be short. @returns thing.unknown · kpi.dimension · kpi.basis · kpi.window
   */
  async facts(tx: Tx, asked: AskedFigure, page: FactPage): Promise<PageOf<KpiFact> | Refusal> {
    const setting = await this.service.setting(tx, asked);
    if (isRefusal(setting)) return setting;
    const window = this.service.window(asked, setting);
    if (isRefusal(window)) return window;
    const { from, to } = await this.bounds(tx, setting, window);
    const plant = await this.asWas.read(tx, { from: new Date(from - SHIFT_MS), to: new Date(to + SHIFT_MS) });
    const weigher = new FactWeigher(setting, window, [from, to], plant);
    for (let { cursor } = page; ;) {
      const { rows, nextCursor } = await newestFirst([from, to], { ...page, cursor }, (since, until) =>
        this.found(
          tx,
          setting,
          { ...page, cursor },
          { window: { ...window, from, to }, since, until, plant },
        ),
      );
      const items = rows.flatMap((row) => weigher.weigh(row) ?? []);
      if (items.length > 0 || nextCursor === null) return { items, nextCursor };
      cursor = nextCursor;
    }
  }

  /** A stretch of the list as it is in the raw tables. */
  private found(
    tx: Tx,
    { kpi, cube, filter, basis, asOf }: FigureSetting,
    { kind, ...page }: FactPage,
    { window, since, until, plant }: Stretch,
  ): Promise<{ rows: FoundFact[]; nextCursor: string | null }> {
    const { line, station, item, class: itemClass, customer, worker } = filter;
    const stations = (line === undefined ? plant.stations : plant.stationsOf(line)).filter(
      (one) => station === undefined || one === station,
    );
    const { from, to, days } = window;
    const parameters = [
      tx.plant,
      new Date(from),
      new Date(to),
      item ?? null,
      itemClass ?? null,
      customer ?? null,
      worker ?? null,
      new Date(asOf),
      since ?? '-infinity',
      until ?? 'infinity',
      stations,
      line ?? null,
      days?.[0] ?? null,
      kind ?? null,
    ];
    const source = factsOf(cube.name, kpi.definition.id, basis ?? ('committed' satisfies OtdBasis));
    return cursorPage<FoundFact>(
      tx,
      {
        select: `select f.id, f.at, f.till, f.kind, f.title, f.counts, f."values", f.raw\nfrom (${source}) f`,
        where: [TYPED, 'f.at >= $9::timestamptz', '($14::text is null or f.kind = $14)'],
        parameters,
        sortable: { at: { sql: 'f.at', type: 'timestamptz', never: 'null' } },
        id: { sql: 'f.id', type: 'text' },
      },
      { ...page, sort: [{ field: 'at', descending: true }] },
    );
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
      return (
        await this.figures.groups(tx, { cube, segments, inputs: [], filter, by: [], durations: false })
      )[0];
    };
    const [first, next] = window.days;
    const begin = (await of([first, addDays(first, 1)]))?.startAt;
    const end = (await of([addDays(next, -1), next]))?.endAt;
    const whole = begin && end ? null : await of(window.days);
    return { from: begin ?? whole?.startAt ?? window.from, to: end ?? whole?.endAt ?? window.to };
  }

  /** Settled buckets that have changed since in what a figure is made of, newest first. @returns thing.unknown · kpi.window */
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
        where: ['r.plant = $1', 'r.cube = $2', 'r.end_at > $3', 'r.start_at < $4', OWN_CHANGE],
        parameters: [
          ...[tx.plant, setting.cube.name, new Date(window.from), new Date(window.to)],
          setting.kpi.inputs.flatMap(storedNames),
        ],
        sortable: { at: { sql: 'r.restated_at', type: 'timestamptz' } },
        id: { sql: 'r.id', type: 'uuid' },
      },
      { ...page, sort: [{ field: 'at', descending: true }] },
    );
    return { items: rows.map((row) => restatementOf(setting.kpi, row)), nextCursor };
  }
}

/** Rows hold what all figures of a cube are made of: some of it is none of this figure's. Durations are not kept, those figures have all. */
const OWN_CHANGE = `cardinality($5::text[]) = 0 or exists (select from unnest($5::text[]) name
  where coalesce((r.before->>name)::numeric, 0) <> coalesce((r.after->>name)::numeric, 0))`;

/** A shift may reach so far over the bounds of the facts. */
const SHIFT_MS = 3 * 86_400_000;
/** Stretches begin on whole hours: what machines count is put together by the hour. The first that is looked through is one of them. */
const HOUR_MS = 3_600_000;
/** By how much the next one is longer, at most. */
const LONGEST_STEP = 16;

/** By how much longer a stretch has to be that fills the page, from what was found so far; a little more, as facts come unevenly. */
const longer = (found: number, limit: number): number =>
  Math.min(LONGEST_STEP, Math.ceil((1.5 * limit) / Math.max(1, found)));

/** The instant of the last row that was read; null: there is none, or the cursor is none. */
function readUntil(cursor: string | undefined): Date | null {
  try {
    const [at] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8')) as unknown[];
    const instant = new Date(String(at));
    // The cursor knows instants to the microsecond.
    return Number.isNaN(instant.getTime()) ? null : new Date(instant.getTime() + 1);
  } catch {
    return null;
  }
}

/**
 * A page of what is newest: looks through the last hour first, and through longer stretches until the page is full, so that a page of a
 * year costs no more than one of a day, and a busy shop no more than a quiet one. The last stretch (since: null) goes back without end: to what began before the window.
 */
async function newestFirst<T>(
  [from, to]: readonly [number, number],
  { cursor, limit }: Pick<PageRequest, 'cursor' | 'limit'>,
  read: (since: Date | null, until: Date | null) => Promise<{ rows: T[]; nextCursor: string | null }>,
): Promise<{ rows: T[]; nextCursor: string | null }> {
  const until = readUntil(cursor);
  const last = Math.min(to, until?.getTime() ?? to);
  for (let length = HOUR_MS; ;) {
    const since = Math.floor((last - length) / HOUR_MS) * HOUR_MS;
    const page = await read(since > from ? new Date(since) : null, until);
    if (page.nextCursor !== null || since <= from) return page;
    length *= longer(page.rows.length, limit);
  }
}

/** What part of the list is read: from an instant (null: from ever) to another (null: to the end). */
interface Stretch {
  readonly window: FigureWindow;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly plant: PlantAsWas;
}

/** The inputs of a bucket: what is kept of levels is told as the areas under them, as if nothing had been there before. */
function inputsIn(sums: Record<string, string>, window: readonly [number, number]): Record<string, Amount> {
  const kept = Object.entries(sums).filter(([name]) => !LEVEL_NAMES.has(name));
  const areas = Object.entries(areasOf({ opening: {}, inside: sums, window })).filter(
    ([, area]) => !area.isZero(),
  );
  return Object.fromEntries<Amount>([...kept, ...areas]);
}

function restatementOf(kpi: Kpi, row: RestatementRow): KpiRestatement {
  const { start_at: from, end_at: to, before, after } = row;
  const window = [from.getTime(), to.getTime()] as const;
  // An average depends on all that was there before the bucket.
  const valueOf = (sums: Record<string, string>): number | null =>
    averagesOverTime(kpi) ? null : kpi.evaluate({ sums: sums as Sums }).value;
  const [was, is] = [inputsIn(before, window), inputsIn(after, window)];
  const change = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((name) => [name, new Exact(is[name] ?? 0).minus(was[name] ?? 0).toNumber()] as const)
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
