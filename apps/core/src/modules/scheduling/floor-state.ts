import { Inject, Injectable } from '@nestjs/common';
import { deviationsOf, type Deviation, type Progress } from '@takt/planning';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { AttendedTime, ShiftBookReader } from '../people';
import { PlanProgress } from './plan-progress';
import { ScheduleRepository } from './schedule.repository';

/** How the floor stands against the plan. */
@Injectable()
export class FloorState {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly progress: PlanProgress,
    private readonly attended: AttendedTime,
    private readonly books: ShiftBookReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Factory time, epoch ms. */
  now(): number {
    return this.clock.now();
  }

  /** What is off the plan beyond the tolerance. */
  async deviations(tx: Tx, version: number, toleranceSec: number): Promise<Deviation[]> {
    const entries = await this.schedules.entries(tx, version);
    const progress: ReadonlyMap<string, Progress> = await this.progress.of(tx, entries);
    return deviationsOf(entries, progress, this.clock.now(), toleranceSec);
  }

  /** Who is expected and not here. */
  async missing(tx: Tx): Promise<ReadonlySet<string>> {
    return new Set((await this.attended.missing(tx)).map(({ worker }) => worker));
  }

  /** Freezes the version in force as the one against which the shifts that have begun are measured. */
  async keepBaselines(tx: Tx, version: number): Promise<void> {
    const now = this.clock.now();
    const book = await this.books.read(tx, { from: new Date(now), to: new Date(now + 1) });
    for (const { id: line } of book.lines) {
      const shift = book.shiftAt(line, now);
      if (shift)
        await this.schedules.keepBaseline(tx, {
          line,
          shift: shift.key,
          startAt: new Date(shift.startAt),
          endAt: new Date(shift.endAt),
          version,
        });
    }
  }
}
