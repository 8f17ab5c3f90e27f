import { Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import { planKept } from '@takt/kpi';
import type { Tx } from '../../../platform/database';
import { PlantRepository } from '../../plant';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, type Mark, type Scope, type Touch, type Weighed } from './cube';
import type { FinestRow } from './finest-row';
import { PlanFacts, baselineOf, type DueNotice, type FrozenEntry, type KeptMove } from './plan.facts';
import { RowBook } from './row-book';

/**
 * Plans: how shifts kept the plan that was frozen when they began, how far replans moved it, and whether people acknowledged. A shift
 * counts as far as it has gone, in the hour in which it began.
 */
@Injectable()
export class PlanCube extends Cube {
  readonly name = 'plan';
  readonly figures = [
    'schedule-adherence',
    'completion-adherence',
    'quantity-attainment',
    'schedule-stability',
    'frozen-moves',
    'station-changes',
    'notice-coverage',
  ];
  readonly grain = 'hour';
  readonly subject = 'line';

  constructor(
    private readonly facts: PlanFacts,
    private readonly plants: PlantRepository,
  ) {
    super();
  }

  async touched(tx: Tx, marks: readonly Mark[], plant: PlantAsWas): Promise<Touch[]> {
    const found: Touch[] = [];
    const operations = marked(marks, 'operation');
    const reason = operations[0]?.reason ?? null;
    if (operations.length > 0)
      for (const { line, at } of await this.facts.shiftsOf(tx, [
        ...new Set(operations.map(({ subject }) => subject)),
      ]))
        found.push({ subject: line, fromAt: at, toAt: at, reason });
    for (const mark of marked(marks, 'plan'))
      for (const line of plant.lines)
        found.push({ subject: line, fromAt: mark.fromAt, toAt: mark.toAt, reason: mark.reason });
    for (const mark of marked(marks, 'notice')) {
      const notice = await this.facts.notice(tx, mark.subject);
      if (notice)
        found.push({ subject: notice.line, fromAt: notice.at, toAt: notice.at, reason: mark.reason });
    }
    for (const mark of marked(marks, 'calendar'))
      for (const { line, at } of await this.facts.shiftsIn(tx, [mark.fromAt, mark.toAt]))
        found.push({ subject: line, fromAt: at, toAt: at, reason: mark.reason });
    return found;
  }

  subjectsIn(_tx: Tx, _window: Interval, plant: PlantAsWas): Promise<string[]> {
    return Promise.resolve(['', ...plant.lines]);
  }

  /** Shifts that have begun already go on. */
  override async passing(tx: Tx, window: Interval): Promise<Touch[]> {
    const shifts = await this.facts.shiftsIn(tx, window);
    return shifts.map(({ line, at }) => ({ subject: line, fromAt: at, toAt: at, reason: null }));
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    await this.kept(tx, book, scope);
    for (const move of await this.facts.moves(tx, scope)) this.moved(book, move, scope);
    for (const notice of await this.facts.notices(tx, scope)) this.due(book, notice, scope);
    return book.rows();
  }

  weigh(book: RowBook, { kind, raw }: Weighed, scope: Scope): void {
    if (kind === 'plan') this.moved(book, raw as KeptMove, scope);
    else if (kind === 'notice') this.due(book, raw as DueNotice, scope);
    else {
      const { toleranceMs, ...entry } = raw as FrozenEntry & { readonly toleranceMs: number };
      this.entry(book, entry, scope, toleranceMs);
    }
  }

  private moved(book: RowBook, { line, station, publishedAt, sums }: KeptMove, scope: Scope): void {
    put(book, scope, { at: publishedAt, line, station, sums });
  }

  private due(book: RowBook, { line, station, dueAt, acknowledgedAt }: DueNotice, scope: Scope): void {
    if (dueAt > scope.asOf) return;
    const inTime = acknowledgedAt !== null && acknowledgedAt <= dueAt;
    put(book, scope, {
      at: dueAt,
      line,
      station,
      sums: { noticesDue: '1', ...(inTime ? { noticesInTime: '1' } : {}) },
    });
  }

  private async kept(tx: Tx, book: RowBook, scope: Scope): Promise<void> {
    const toleranceMs = ((await this.plants.plant(tx))?.toleranceSec ?? 0) * 1000;
    for (const entry of await this.facts.frozen(tx, scope, scope.asOf - toleranceMs))
      this.entry(book, entry, scope, toleranceMs);
  }

  /** What was planned counts when its time and the tolerance are over. */
  private entry(book: RowBook, entry: FrozenEntry, scope: Scope, toleranceMs: number): void {
    const { line, station, shiftStartAt, shiftEndAt } = entry;
    const end = Math.min(shiftEndAt, scope.asOf - toleranceMs);
    if (end <= shiftStartAt) return;
    const { planned, actual } = baselineOf(entry, end);
    const sums = planKept(
      [planned],
      new Map([[planned.operation, actual]]),
      [shiftStartAt, end],
      toleranceMs,
    );
    put(book, scope, { at: shiftStartAt, line, station, sums: sums as Record<string, string> });
  }
}

interface Happened {
  /** epoch ms */
  readonly at: number;
  readonly line: string;
  readonly station: string;
  readonly sums: Record<string, string>;
}

function put(book: RowBook, { plant, window }: Scope, { at, line, station, sums }: Happened): void {
  if (at < window[0] || at >= window[1]) return;
  book.put(plant.cellAt(line === '' ? null : line, at), { line, station }, sums);
}
