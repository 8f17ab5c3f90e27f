import { Inject, Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import { KPIS } from '@takt/kpi';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { CUBES, type Cube, type Mark, type Touch } from '../cube/cube';
import { AsWasRepository } from './as-was.repository';
import type { PlantAsWas } from './as-was';
import { MarkRepository, MARKS_AT_A_TIME } from './mark.repository';
import { Restater } from './restater';

/** How long ago something may have happened and still be told as if it were new, in factory ms: telemetry calls it late after 5 minutes. */
const LOOK_BACK_MS = 15 * 60_000;
/** When nothing has changed, time is counted on after so long, in factory ms. */
const IDLE_MS = 30_000;
const DAY_MS = 86_400_000;
/** Days of history that are brought in at a time. */
const CHUNK_DAYS = 7;

/** Screens are told of new figures at most so often, in real ms. */
const QUIET_MS = 5000;
const HEADLINES = KPIS.filter(({ definition }) => definition.headline).map(({ definition }) => definition.id);

/** What one round has done. */
export interface Round {
  readonly marks: number;
  /** rows of the finest grain that were written or removed */
  readonly rows: number;
}

/**
 * Keeps the figures of a plant up to date. What changed facts touch, and what the passing of time touches, is computed anew from the
 * facts, bucket by bucket: a late or repeated event leads to the same figures as one in time.
 */
@Injectable()
export class RollUpService {
  /** when the screens of a plant were told, real ms */
  private readonly toldAt = new Map<string, number>();
  /** plants whose figures have changed since their screens were told */
  private readonly untold = new Set<string>();

  constructor(
    private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CUBES) private readonly cubes: readonly Cube[],
    private readonly marks: MarkRepository,
    private readonly asWas: AsWasRepository,
    private readonly restater: Restater,
  ) {}

  /**
   * Brings the figures of a plant up to date: all marks that wait, then the time that has passed. Marks that come meanwhile wait for
   * the next time, however often they come: a round costs little more for many than for one.
   */
  async catchUp(plant: string): Promise<Round> {
    let [marks, rows] = [0, 0];
    for (;;) {
      const round = await this.database.write(plant, (tx) => this.round(tx));
      [marks, rows] = [marks + round.marks, rows + round.rows];
      if (round.marks < MARKS_AT_A_TIME) return { marks, rows };
    }
  }

  /** One round within a transaction. */
  async round(tx: Tx): Promise<Round> {
    const now = this.clock.now();
    const before = await this.marks.lockCursor(tx);
    if (before === null) return this.begin(tx, now);
    const marks = await this.marks.take(tx);
    if (marks.length === 0 && now - before < IDLE_MS) {
      this.tell(tx);
      return { marks: 0, rows: 0 };
    }
    const asOf = Math.max(now, before);
    await this.asWas.follow(tx, asOf);
    const plant = await this.read(tx, marks, [before - LOOK_BACK_MS, asOf]);
    const rows = await this.compute(tx, marks, plant, [before, asOf]);
    await this.marks.moveCursor(tx, asOf);
    if (rows > 0) this.untold.add(tx.plant);
    this.tell(tx);
    return { marks: marks.length, rows };
  }

  /** Works off what waits, as of the time that has been counted: afterwards the figures are those of what the transaction sees. */
  async settle(tx: Tx): Promise<void> {
    const asOf = await this.marks.lockCursor(tx);
    if (asOf === null) return;
    do {
      const marks = await this.marks.take(tx);
      const plant = await this.read(tx, marks, [asOf - LOOK_BACK_MS, asOf]);
      await this.compute(tx, marks, plant, [asOf, asOf]);
    } while ((await this.marks.waiting(tx)) > 0);
  }

  /** The first time: everything that happened before, some days at a time. */
  private async begin(tx: Tx, now: number): Promise<Round> {
    await this.marks.take(tx);
    await this.asWas.follow(tx, now);
    const first = await this.marks.firstFact(tx);
    let rows = 0;
    for (let from = first ?? now; from < now; from += CHUNK_DAYS * DAY_MS) {
      const window: Interval = [from, Math.min(now, from + CHUNK_DAYS * DAY_MS) + 1];
      const plant = await this.read(tx, [], window);
      for (const cube of this.cubes) {
        const passed = await this.passed(tx, cube, window, plant);
        rows += await this.restater.restate(tx, cube, passed, { plant, asOf: now, settledBefore: 0 });
      }
    }
    await this.marks.moveCursor(tx, now);
    return { marks: 0, rows };
  }

  /** Screens hear of new figures now and then, for they change all the time; of the last change once it is quiet. */
  private tell(tx: Tx): void {
    const real = this.clock.real();
    if (!this.untold.has(tx.plant) || real - (this.toldAt.get(tx.plant) ?? 0) < QUIET_MS) return;
    this.toldAt.set(tx.plant, real);
    this.untold.delete(tx.plant);
    tx.announce('kpi.changed', { kpis: HEADLINES, line: null });
  }

  private async compute(
    tx: Tx,
    marks: readonly Mark[],
    plant: PlantAsWas,
    [before, asOf]: Interval,
  ): Promise<number> {
    let rows = 0;
    for (const cube of this.cubes) {
      const touches = [
        ...(marks.length > 0 ? await cube.touched(tx, marks, plant, asOf) : []),
        ...(await this.passed(tx, cube, [before - LOOK_BACK_MS, asOf], plant)),
      ];
      rows += await this.restater.restate(tx, cube, touches, {
        plant,
        asOf,
        settledBefore: before - LOOK_BACK_MS,
      });
    }
    return rows;
  }

  private async passed(tx: Tx, cube: Cube, window: Interval, plant: PlantAsWas): Promise<Touch[]> {
    const subjects = await cube.subjectsIn(tx, window, plant);
    const [fromAt, toAt] = window;
    return [
      ...subjects.map((subject) => ({ subject, fromAt, toAt, reason: null })),
      ...(await cube.passing(tx, window)),
    ];
  }

  /** The plant as it was around everything that is marked. */
  private read(tx: Tx, marks: readonly Mark[], [from, to]: Interval): Promise<PlantAsWas> {
    const since = marks.reduce((min, { fromAt }) => Math.min(min, fromAt), from);
    const until = marks.reduce((max, { toAt }) => Math.max(max, toAt), to);
    return this.asWas.read(tx, { from: new Date(since - 3 * DAY_MS), to: new Date(until + 3 * DAY_MS) });
  }
}
