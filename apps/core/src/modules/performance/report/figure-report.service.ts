import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '@takt/calendar';
import {
  isRefusal,
  refuse,
  type FigureReportSpan,
  type KpiDimension,
  type KpiFact,
  type KpiValue,
  type Language,
  type Refusal,
} from '@takt/contracts';
import { KPIS, kpiById, lightOf, type Kpi } from '@takt/kpi';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import type { Document, DocumentTable } from '../../../platform/document';
import { FactService } from '../read/fact.service';
import { FigureService, type AskedFigure } from '../read/figure.service';
import { TargetRepository } from '../read/target.repository';
import {
  figuresTable,
  gridTable,
  lateTable,
  lossTable,
  nameIn,
  shiftsTable,
  type Reader,
  type ReportFigure,
} from './report-tables';
import { reportWindow, type ReportWindow } from './report-window';
import { REPORT_WORDS } from './report-words';
import { ReportRepository, type ReportScope } from './report.repository';

/** A report that is asked for. */
export interface AskedReport {
  readonly span: FigureReportSpan;
  /** a day of the plant */
  readonly day: string;
  readonly line?: string | undefined;
  readonly language: Language;
}

const STATION_FIGURES = ['oee', 'availability', 'performance', 'quality', 'setup-rate'] as const;
const LATE_MAX = 200;

/** What a report is made of while it is put together. */
interface Draft {
  readonly tx: Tx;
  readonly asked: AskedReport;
  readonly window: ReportWindow;
  readonly reader: Reader;
}

/** Puts reports together from the same figures and facts that the pages show. */
@Injectable()
export class FigureReportService {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureService,
    private readonly facts: FactService,
    private readonly targets: TargetRepository,
    private readonly lists: ReportRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A report. @returns reference.unknown: no such line */
  report(plant: string, asked: AskedReport): Promise<Document | Refusal> {
    return this.database.read(plant, async (tx) => {
      const own = await this.lists.plant(tx);
      const line = asked.line === undefined ? null : await this.lists.line(tx, asked.line);
      if (asked.line !== undefined && line === null)
        return refuse('reference.unknown', { field: 'line', kind: 'line', id: asked.line });
      const zone = own?.timeZone ?? 'UTC';
      const words = REPORT_WORDS[asked.language];
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }); // prettier-ignore
      const clock = (at: string): string => format.format(new Date(at));
      const reader: Reader = { language: asked.language, words, clock, currency: own?.currency ?? '' };
      const window = reportWindow(asked.span, asked.day, zone);
      const where = line ? nameIn(reader, line) : words.plant;
      const about = [own ? nameIn(reader, own) : plant, where, window.label, words.written(clock(this.clock.iso()))]; // prettier-ignore
      const tables = await this.tables({ tx, asked, window, reader });
      return { title: `${words.title[asked.span]} ${window.label}`, about, tables };
    });
  }

  private async tables(draft: Draft): Promise<DocumentTable[]> {
    const { asked, reader, tx } = draft;
    const { words } = reader;
    const all = await this.all(draft);
    const scope = await this.scope(draft);
    const head = asked.span === 'shift' ? shiftsTable(reader, all) : figuresTable(reader, all);
    const stops = lossTable(reader, words.stops, words.minutes, await this.lists.stops(tx, scope, this.clock.now())); // prettier-ignore
    const scrap = lossTable(reader, words.scrap, words.pieces, await this.lists.scrap(tx, scope));
    return [
      head,
      ...(asked.span === 'month' ? [await this.days(draft)] : []),
      await this.stations(draft),
      stops,
      scrap,
      ...(asked.line === undefined && asked.span !== 'shift' ? [await this.late(draft)] : []),
    ];
  }

  private askedFor(
    { window, asked }: Draft,
    { definition }: Kpi,
    by: readonly KpiDimension[],
  ): AskedFigure | null {
    const filter = asked.line === undefined ? {} : { line: asked.line };
    if (asked.line !== undefined && !definition.dimensions.includes('line')) return null;
    return { kpi: definition.id, from: window.from, to: window.to, filter, by, basis: undefined };
  }

  private async all(draft: Draft): Promise<ReportFigure[]> {
    const targets = new Map((await this.targets.targets(draft.tx)).map((one) => [one.kpi, one.value]));
    const found: ReportFigure[] = [];
    for (const kpi of KPIS) {
      const byShift = draft.asked.span === 'shift' && kpi.definition.dimensions.includes('shift');
      const asked = this.askedFor(draft, kpi, byShift ? ['shift'] : []);
      const answer = asked && (await this.figures.figure(draft.tx, asked, draft.asked.span !== 'shift'));
      if (answer === null || isRefusal(answer)) continue;
      const target = targets.get(kpi.definition.id) ?? null;
      const shifts = new Map(answer.buckets.map((value) => [value.bucket['shift'] ?? '', value]));
      found.push({ kpi, total: answer.total, previous: answer.previous, target, light: lightOf(kpi, answer.total.value, target), shifts }); // prettier-ignore
    }
    return found;
  }

  /** Figures by one dimension, by its keys. */
  private async columns(draft: Draft, ids: readonly string[], by: KpiDimension) {
    const columns: { kpi: Kpi; values: Map<string, KpiValue> }[] = [];
    for (const kpi of ids.flatMap((id) => kpiById(id) ?? [])) {
      const asked = kpi.definition.dimensions.includes(by) ? this.askedFor(draft, kpi, [by]) : null;
      const answer = asked && (await this.figures.figure(draft.tx, asked, false));
      if (answer === null || isRefusal(answer)) continue;
      columns.push({ kpi, values: new Map(answer.buckets.map((value) => [value.bucket[by] ?? '', value])) });
    }
    return columns;
  }

  private async stations(draft: Draft): Promise<DocumentTable> {
    const { reader, tx, asked } = draft;
    const names = new Map((await this.lists.stations(tx, asked.line)).map((one) => [one.id, nameIn(reader, one)])); // prettier-ignore
    const columns = await this.columns(draft, STATION_FIGURES, 'station');
    return gridTable(reader, reader.words.stations, reader.words.station, { names, columns });
  }

  private async days(draft: Draft): Promise<DocumentTable> {
    const headline = KPIS.filter(({ definition }) => definition.headline).map(({ definition }) => definition.id); // prettier-ignore
    const columns = await this.columns(draft, headline, 'day');
    const names = new Map<string, string>();
    for (let i = 0, day = `${draft.window.label}-01`; i < 31 && day.startsWith(draft.window.label); i++, day = addDays(day, 1)) names.set(day, day); // prettier-ignore
    return gridTable(draft.reader, draft.reader.words.days, draft.reader.words.day, { names, columns });
  }

  private async late(draft: Draft): Promise<DocumentTable> {
    const kpi = kpiById('otd') as Kpi;
    const misses: KpiFact[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.facts.facts(draft.tx, this.askedFor(draft, kpi, []) as AskedFigure, { limit: 500, cursor }); // prettier-ignore
      if (isRefusal(page)) break;
      misses.push(...page.items.filter(({ counts }) => counts === 'miss'));
      if (page.nextCursor === null || misses.length >= LATE_MAX) break;
      cursor = page.nextCursor;
    }
    return lateTable(draft.reader, misses.slice(0, LATE_MAX));
  }

  /** From when to when the shifts of the days last: the night shift of the last day ends in the morning after. */
  private async scope(draft: Draft): Promise<ReportScope> {
    const span = await this.facts.span(draft.tx, this.askedFor(draft, kpiById('oee') as Kpi, []) as AskedFigure); // prettier-ignore
    return { ...span, line: draft.asked.line };
  }
}
