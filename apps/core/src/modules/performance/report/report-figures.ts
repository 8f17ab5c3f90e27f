import { Injectable } from '@nestjs/common';
import { addDays } from '@takt/calendar';
import {
  isRefusal,
  type FigureReportSpan,
  type KpiDimension,
  type KpiValue,
  type Language,
} from '@takt/contracts';
import { KPIS, kpiById, lightOf, type Kpi } from '@takt/kpi';
import type { Tx } from '../../../platform/database';
import { FigureService, type AskedFigure } from '../read/figure.service';
import { TargetRepository } from '../read/target.repository';
import type { ReportPeriod } from './report-period';
import type { Reader, ReportFigure } from './report-tables';
import { reportWindow, type ReportWindow } from './report-window';

/** A report that is asked for. */
export interface AskedReport {
  readonly span: FigureReportSpan;
  /** a day of the plant */
  readonly day: string;
  readonly line?: string | undefined;
  /** of a report of shifts only this one, `2026-03-04T06:00/early` */
  readonly shift?: string | undefined;
  readonly language: Language;
}

/** What a report is made of while it is put together. */
export interface Draft {
  readonly tx: Tx;
  readonly asked: AskedReport;
  readonly window: ReportWindow;
  readonly zone: string;
  readonly reader: Reader;
  /** null: not about one shift */
  readonly shift: ReportPeriod | null;
}

/** A figure by the keys of one dimension. */
export interface ReportColumn {
  readonly kpi: Kpi;
  readonly values: ReadonlyMap<string, KpiValue>;
}

/** The shift of the same crew on the day before. */
const shiftBefore = ({ key, day }: ReportPeriod): string => `${addDays(day, -1)}${key.slice(day.length)}`;

/** The question for a figure of a report; null: it is not kept by line, and the report is about one. */
export function askedFor(
  { window, asked }: Draft,
  { definition }: Kpi,
  by: readonly KpiDimension[],
): AskedFigure | null {
  const filter = asked.line === undefined ? {} : { line: asked.line };
  if (asked.line !== undefined && !definition.dimensions.includes('line')) return null;
  return { kpi: definition.id, from: window.from, to: window.to, filter, by, basis: undefined };
}

/** Reads the figures of reports. */
@Injectable()
export class ReportFigures {
  constructor(
    private readonly figures: FigureService,
    private readonly targets: TargetRepository,
  ) {}

  /** Every figure of the window, against the one before, or by shift. */
  async all(draft: Draft): Promise<ReportFigure[]> {
    const targetOf = await this.targetsOf(draft.tx);
    const found: ReportFigure[] = [];
    for (const kpi of KPIS) {
      const byShift = draft.asked.span === 'shift' && kpi.definition.dimensions.includes('shift');
      const asked = askedFor(draft, kpi, byShift ? ['shift'] : []);
      const answer = asked && (await this.figures.figure(draft.tx, asked, draft.asked.span !== 'shift'));
      if (answer === null || isRefusal(answer)) continue;
      const { total, previous, buckets } = answer;
      const target = targetOf(kpi);
      const shifts = new Map(buckets.map((value) => [value.bucket['shift'] ?? '', value]));
      found.push({ kpi, total, previous, target, light: lightOf(kpi, total, target), shifts });
    }
    return found;
  }

  /** Every figure that is kept by shift, of one shift against that of the same crew on the day before. */
  async ofShift(draft: Draft, shift: ReportPeriod): Promise<ReportFigure[]> {
    const targetOf = await this.targetsOf(draft.tx);
    const { from } = reportWindow('day', addDays(shift.day, -1), draft.zone);
    const found: ReportFigure[] = [];
    for (const kpi of KPIS.filter(({ definition }) => definition.dimensions.includes('shift'))) {
      const asked = askedFor(draft, kpi, ['shift']);
      const answer = asked && (await this.figures.figure(draft.tx, { ...asked, from }, false));
      if (answer === null || isRefusal(answer)) continue;
      const of = (key: string) => answer.buckets.find(({ bucket }) => bucket['shift'] === key) ?? null;
      const [total, previous, target] = [of(shift.key), of(shiftBefore(shift)), targetOf(kpi)];
      const light = lightOf(kpi, total ?? { value: null, note: null }, target);
      found.push({ kpi, total, previous, target, light, shifts: new Map() });
    }
    return found;
  }

  /** Some figures by one dimension, each with its keys. */
  async columns(draft: Draft, ids: readonly string[], by: KpiDimension): Promise<ReportColumn[]> {
    const { shift } = draft;
    const columns: ReportColumn[] = [];
    for (const kpi of ids.flatMap((id) => kpiById(id) ?? [])) {
      const kept = kpi.definition.dimensions.includes(by);
      const asked = kept ? askedFor(draft, kpi, shift ? [by, 'shift'] : [by]) : null;
      const answer = asked && (await this.figures.figure(draft.tx, asked, false));
      if (answer === null || isRefusal(answer)) continue;
      const own = answer.buckets.filter(({ bucket }) => shift === null || bucket['shift'] === shift.key);
      columns.push({ kpi, values: new Map(own.map((value) => [value.bucket[by] ?? '', value])) });
    }
    return columns;
  }

  private async targetsOf(tx: Tx): Promise<(kpi: Kpi) => number | null> {
    const targets = new Map((await this.targets.targets(tx)).map((one) => [one.kpi, one.value]));
    return ({ definition }) => targets.get(definition.id) ?? null;
  }
}
