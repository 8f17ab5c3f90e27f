import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database';
import { AsWasRepository } from '../roll-up/as-was.repository';
import type { PlantAsWas } from '../roll-up/as-was';
import { MarkRepository } from '../roll-up/mark.repository';
import {
  lastPeriod,
  nextPeriod,
  periodsOn,
  type PeriodKind,
  type PeriodMark,
  type ReportPeriod,
} from './report-period';

const AROUND_MS = 66 * 86_400_000;

/** Shifts, production days and months of a plant, by the calendars that its figures are kept by. */
@Injectable()
export class ReportPeriods {
  constructor(
    private readonly asWas: AsWasRepository,
    private readonly marks: MarkRepository,
  ) {}

  /** Up to which factory time the figures have been counted, epoch ms; null: not yet. */
  countedUntil(tx: Tx): Promise<number | null> {
    return this.marks.cursor(tx);
  }

  /** The period that ends first after a mark; null: none within two months. */
  async next(tx: Tx, kind: PeriodKind, mark: PeriodMark): Promise<ReportPeriod | null> {
    return nextPeriod(await this.around(tx, mark.at), kind, mark);
  }

  /** The period that has ended last at an instant, epoch ms; null: none within two months. */
  async last(tx: Tx, kind: PeriodKind, now: number): Promise<ReportPeriod | null> {
    return lastPeriod(await this.around(tx, now), kind, now);
  }

  /** A shift by its key; null: there is none. */
  async shift(tx: Tx, line: string | null, key: string): Promise<ReportPeriod | null> {
    const day = /^\d{4}-\d\d-\d\d(?=T)/.exec(key)?.[0];
    const at = Date.parse(day ?? '');
    if (day === undefined || Number.isNaN(at)) return null;
    const shifts = periodsOn(await this.around(tx, at), { span: 'shift', line }, day);
    return shifts.find((one) => one.key === key) ?? null;
  }

  private around(tx: Tx, at: number): Promise<PlantAsWas> {
    return this.asWas.read(tx, { from: new Date(at - AROUND_MS), to: new Date(at + AROUND_MS) });
  }
}
