import {
  customerRoutes,
  itemRoutes,
  lineRoutes,
  orderRoutes,
  plantRoutes,
  stationRoutes,
  type RequestOf,
} from '@takt/contracts';
import type { Client } from 'pg';
import { FloorScreens } from '../test/floor-screens';
import { until } from '../test/until';
import type { Api } from './api';
import { STATION } from './ingest-plant';
import type { Part } from './part';
import { random } from './random';
import { WatchedScreen } from './watched-screen';

/** How orders are measured. */
export interface OrderOptions {
  readonly orders: number;
  readonly seed: number;
}

/** An order that came in, and what followed; in ms since it was sent. */
export interface OrderSample {
  /** it is accepted */
  readonly acceptedMs: number;
  /** the new plan is published */
  readonly publishedMs: number;
  /** the last screen that the plan changes shows it */
  readonly shownMs: number;
  readonly solveMs: number;
  /** processor time of core until all is done */
  readonly cpuMs: number;
  /** screens that have changed */
  readonly screens: number;
  readonly moved: number;
}

const LINE = 'shop';
/** Stages of the work, each with stations that can do it. */
const STAGES = [
  ['mix-1', 'mix-2'],
  ['bake-1', 'bake-2', 'bake-3'],
  ['deco-1', 'deco-2'],
  ['pack-1'],
] as const;
const STATIONS = STAGES.flat();
const ITEMS = 12;
const LINES_MAX = 50;
const DAY_MS = 86_400_000;
const LIMIT_MS = 300_000;
/** Screens that have not changed for so long have shown the plan. */
const STILL_MS = 500;

type RoutingBody = NonNullable<RequestOf<typeof itemRoutes.putRouting>['body']>;

/** A shop of eight stations in four stages, twelve items and two customers; it works around the clock. */
async function makeShop(api: Api, draw: () => number): Promise<void> {
  const { id, revision, ...plant } = await api.call(plantRoutes.current);
  await api.call(
    plantRoutes.update,
    { params: { plant: id }, body: { ...plant, frozenSec: 600, toleranceSec: 60 } },
    { ifMatch: revision },
  );
  await api.call(lineRoutes.put, {
    params: { line: LINE },
    body: { name: 'Shop', position: 1, shiftPattern: null },
  });
  for (const [position, station] of STATIONS.entries())
    await api.call(stationRoutes.put, {
      params: { station },
      body: { ...STATION, line: LINE, name: station, position, countSource: 'terminal' },
    });
  for (const [customer, weight] of [
    ['usual', 1],
    ['rush', 20],
  ] as const)
    await api.call(customerRoutes.put, {
      params: { customer },
      body: { name: customer, weight, minRemainingLifeDays: 0, priceGroup: null, active: true },
    });
  for (let i = 0; i < ITEMS; i++) await putItem(api, `i-${i}`, draw);
}

async function putItem(api: Api, item: string, draw: () => number): Promise<void> {
  await api.call(itemRoutes.put, {
    params: { item },
    body: {
      ...{ name: item, kind: 'finished', class: null, unit: 'pcs', replenishment: 'make-to-order' },
      ...{ standardCost: '1', price: null, stockMin: '0', lotSize: '100', shelfLifeDays: null },
      ...{ leadTimeSec: 0, outside: false, active: true },
    },
  });
  const operations: RoutingBody['operations'] = STAGES.map((stations, i) => ({
    ...{ no: 10 * (i + 1), name: `Stage ${i + 1}`, family: null, skill: null, crew: 0 },
    ...{ waitMinSec: 0, waitMaxSec: null, interruptible: true },
    stations: stations.map((station) => ({
      station,
      runSecPerUnit: Math.round(20 + draw() * 60),
      setupSec: 60,
    })),
  }));
  await api.call(itemRoutes.putRouting, { params: { item }, body: { operations } });
}

/** What the measurement uses. */
export interface OrderParts {
  readonly api: Api;
  /** of the core, by its owner */
  readonly database: Client;
  readonly core: Part;
}

/** Measures order → replanned and shown on every screen that the plan changes. */
export class LoopOrders {
  private constructor(
    private readonly parts: OrderParts,
    private readonly browser: FloorScreens | null,
    private readonly screens: readonly WatchedScreen[],
    private readonly draw: () => number,
  ) {}

  /**
   * Sets a shop up and opens its screens: the queue of each station, the supervisor's board, and the changes with their causes.
   * @param executable of the browser; null: nobody looks
   */
  static async open(parts: OrderParts, executable: string | null, seed: number): Promise<LoopOrders> {
    const draw = random(seed);
    const { api } = parts;
    await makeShop(api, draw);
    if (executable === null) return new LoopOrders(parts, null, [], draw);
    const browser = await FloorScreens.start(api, executable);
    const screens: WatchedScreen[] = [];
    for (const station of STATIONS) {
      const page = await browser.open('operator', LINE, [station]);
      await page.goto(`${api.url}/floor/operator/queue?station=${station}`);
      screens.push(await WatchedScreen.watch(station, page, 'main'));
    }
    const board = await browser.open('supervisor', LINE);
    screens.push(await WatchedScreen.watch('board', board, 'main'));
    const changes = await browser.open('supervisor', LINE);
    await changes.goto(`${api.url}/floor/supervisor/changes`);
    screens.push(await WatchedScreen.watch('changes', changes, 'main section:last-of-type'));
    return new LoopOrders(parts, browser, screens, draw);
  }

  /** Orders until so many operations are open, and waits for the plan. */
  async fill(operations: number): Promise<void> {
    for (;;) {
      const missing = operations - (await this.open());
      if (missing <= 0) break;
      const lines = Math.min(LINES_MAX, Math.ceil(missing / STAGES.length));
      await this.order('usual', lines, 2 + this.draw() * 20);
    }
    await this.planned();
  }

  /** One rush order. */
  async sample(): Promise<OrderSample> {
    const { core } = this.parts;
    const [sentAt, cpuBefore] = [Date.now(), core.cpuSec];
    const order = await this.order('rush', 1, 1);
    const acceptedMs = Date.now() - sentAt;
    let run: { total: number; solve: number; moved: number; at: Date } | undefined;
    await until(async () => {
      [run] = (
        await this.parts.database.query<{ total: number; solve: number; moved: number; at: Date }>(
          `select total_ms as total, solve_ms as solve, moved, at from replan_run
           where triggers @> jsonb_build_array(jsonb_build_object('subject', $1::text)) order by at limit 1`,
          [order],
        )
      ).rows;
      return run !== undefined;
    }, LIMIT_MS);
    const publishedMs = (run?.at.getTime() ?? NaN) - sentAt;
    await this.planned();
    await this.still();
    const changed = this.screens.flatMap((screen) => screen.changedSince(sentAt) ?? []);
    return {
      acceptedMs,
      publishedMs,
      shownMs: Math.max(...changed) - sentAt,
      solveMs: run?.solve ?? NaN,
      cpuMs: 1000 * (core.cpuSec - cpuBefore),
      screens: changed.length,
      moved: run?.moved ?? 0,
    };
  }

  /** How many operations are open. */
  async open(): Promise<number> {
    const { rows } = await this.parts.database.query<{ n: number }>(
      `select count(*)::int as n from operation where status not in ('done', 'cancelled')`,
    );
    return rows[0]?.n ?? 0;
  }

  /** How many screens are watched. */
  get watched(): number {
    return this.screens.length;
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await this.browser?.stop();
  }

  private async order(customer: string, lines: number, days: number): Promise<string> {
    const { id } = await this.parts.api.call(orderRoutes.create, {
      body: {
        customer,
        lines: Array.from({ length: lines }, () => ({
          item: `i-${Math.floor(this.draw() * ITEMS)}`,
          qty: String(2 + Math.floor(this.draw() * 8)),
          requestedAt: new Date(Date.now() + days * DAY_MS).toISOString(),
        })),
      },
    });
    return id;
  }

  /** Waits until no request for a plan waits and everything is handed out. */
  private planned(): Promise<void> {
    return until(async () => {
      const { rows } = await this.parts.database.query(
        `select 1 from replan_request where taken_at is null union all select 1 from outbox where dispatched_at is null limit 1`,
      );
      return rows.length === 0;
    }, LIMIT_MS);
  }

  private async still(): Promise<void> {
    const quiet = (): boolean =>
      this.screens.every((screen) => screen.changedSince(Date.now() - STILL_MS) === null);
    await new Promise((done) => setTimeout(done, STILL_MS));
    await until(quiet, LIMIT_MS);
  }
}
