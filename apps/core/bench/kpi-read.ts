import { authRoutes, kpiRoutes, pathOf, type ReplyOf, type RequestOf, type Route } from '@takt/contracts';
import { YEAR } from './kpi-plant';
import { quantile } from './machine';

/** What a page costs: median and 95th percentile in ms, processor time of core and PostgreSQL, and the size of its reply. */
export interface PageCost {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** of one reading, ms; on a busy machine it says more than the clock on the wall */
  readonly cpuMs: number;
  readonly kB: number;
  /** what it may cost, ms */
  readonly goal: number;
}

const DAY_MS = 86_400_000;
const WARM = 3;
const iso = (at: number): string => new Date(at).toISOString();
const HEADLINE = ['inventory-turns', 'otd', 'oee', 'output-per-employee'] as const;
const GOAL = { headline: 50, year: 200, drill: 100 } as const;

/** Reads the pages of the figures over HTTP, as a browser does, and takes the time. */
export class PageReader {
  private token = '';

  constructor(
    private readonly url: string,
    private readonly rounds: number,
    /** processor time of core and PostgreSQL so far, s */
    private readonly cpuSec: () => number,
  ) {}

  async logIn(password: string): Promise<void> {
    const body = { login: 'admin', password };
    const reply = await fetch(`${this.url}${pathOf(authRoutes.login, {})}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    this.token = ((await reply.json()) as ReplyOf<typeof authRoutes.login>).token;
  }

  /** All pages, each window many times. */
  async all(): Promise<PageCost[]> {
    const found: PageCost[] = [];
    for (const [name, days] of [
      ['today', 1],
      ['4 weeks', 28],
      ['year', 365],
    ] as const) {
      const query = windowOf(days);
      found.push(await this.measure(`headline, ${name}`, GOAL.headline, kpiRoutes.headline, { query }));
    }
    for (const [kpi, by] of [
      ['oee', 'month,line'],
      ['performance', 'month,line'],
      ['labour-productivity', 'month,line'],
      ['otd', 'month,customer'],
      ['inventory-turns', 'month,item-class'],
      ['customer-lead-time', 'month,item-class'],
    ] as const)
      found.push(
        await this.measure(`year of ${kpi} by ${by.replace(',', ' by ')}`, GOAL.year, kpiRoutes.value, {
          params: { kpi },
          query: { ...windowOf(365), by },
        }),
      );
    for (const kpi of HEADLINE)
      for (const [name, days] of [
        ['day', 1],
        ['4 weeks', 28],
        ['year', 365],
      ] as const)
        found.push(
          await this.measure(`facts of ${kpi}, ${name}`, GOAL.drill, kpiRoutes.facts, {
            params: { kpi },
            query: { ...windowOf(days), limit: 50 },
          }),
        );
    return found;
  }

  private async measure<R extends Route>(
    name: string,
    goal: number,
    route: R,
    request: RequestOf<R>,
  ): Promise<PageCost> {
    const times: number[] = [];
    let bytes = 0;
    let usedSec = 0;
    for (let i = -WARM; i < this.rounds; i++) {
      if (i === 0) usedSec = this.cpuSec();
      const since = performance.now();
      const reply = await fetch(`${this.url}${pathOf(route, request)}`, {
        headers: { authorization: `Bearer ${this.token}` },
      });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${route.path}: ${reply.status} ${text}`);
      if (i >= 0) times.push(performance.now() - since);
      bytes = text.length;
    }
    times.sort((a, b) => a - b);
    const cpuMs = ((this.cpuSec() - usedSec) * 1000) / this.rounds;
    return { name, goal, cpuMs, p50: quantile(times, 0.5), p95: quantile(times, 0.95), kB: bytes / 1000 };
  }
}

/** The last days of the year. */
function windowOf(days: number): { from: string; to: string } {
  return { from: iso(YEAR.to - days * DAY_MS), to: iso(YEAR.to) };
}
