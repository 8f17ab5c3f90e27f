import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '@takt/calendar';
import { isRefusal, refuse, type KpiFact, type Refusal } from '@takt/contracts';
import { KPIS, kpiById, type Kpi } from '@takt/kpi';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import type { Document, DocumentTable } from '../../../platform/document';
import { FactService } from '../read/fact.service';
import type { AskedFigure } from '../read/figure.service';
import { askedFor, ReportFigures, type AskedReport, type Draft } from './report-figures';
import { ReportPeriods } from './report-periods';
import {
  figuresTable,
  gridTable,
  lateTable,
  lossTable,
  nameIn,
  shiftsTable,
  stopTable,
} from './report-tables';
import { reportWindow } from './report-window';
import { REPORT_WORDS } from './report-words';
import { ReportRepository, type Loss, type ReportScope } from './report.repository';

const STATION_FIGURES = ['oee', 'availability', 'performance', 'quality', 'setup-rate'] as const;
const LATE_MAX = 200;

const asKpi = (id: string): Kpi => kpiById(id) as Kpi;

/** Puts reports together from the same figures and facts that the pages show. */
@Injectable()
export class FigureReportService {
  constructor(
    private readonly database: Database,
    private readonly figures: ReportFigures,
    private readonly facts: FactService,
    private readonly lists: ReportRepository,
    private readonly periods: ReportPeriods,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A report. @returns reference.unknown: no such line or shift */
  report(plant: string, asked: AskedReport): Promise<Document | Refusal> {
    return this.database.read(plant, async (tx) => {
      const place = await this.place(tx, asked);
      if (isRefusal(place)) return place;
      const { own, line, shift } = place;
      const zone = own?.timeZone ?? 'UTC';
      const words = REPORT_WORDS[asked.language];
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const clock = (at: string): string => format.format(new Date(at));
      const reader = { language: asked.language, words, clock, currency: own?.currency ?? '' };
      const window = reportWindow(asked.span, shift?.day ?? asked.day, zone);
      const label = shift ? shift.key.replace(/[T/]/g, ' ') : window.label;
      const where = line ? nameIn(reader, line) : words.plant;
      const about = [own ? nameIn(reader, own) : plant, where, label, words.written(clock(this.clock.iso()))];
      const tables = await this.tables({ tx, asked, window, zone, reader, shift });
      return { title: `${words.title[asked.span]} ${label}`, about, tables };
    });
  }

  private async place(tx: Tx, { span, line: lineId, shift }: AskedReport) {
    const key = span === 'shift' ? shift : undefined;
    const own = await this.lists.plant(tx);
    const line = lineId === undefined ? null : await this.lists.line(tx, lineId);
    if (lineId !== undefined && line === null)
      return refuse('reference.unknown', { field: 'line', kind: 'line', id: lineId });
    const found = key === undefined ? null : await this.periods.shift(tx, lineId ?? null, key);
    if (key !== undefined && found === null)
      return refuse('reference.unknown', { field: 'shift', kind: 'shift', id: key });
    return { own, line, shift: found };
  }

  private async tables(draft: Draft): Promise<DocumentTable[]> {
    const { asked, reader, tx, shift } = draft;
    const { words } = reader;
    const all = await (shift ? this.figures.ofShift(draft, shift) : this.figures.all(draft));
    const scope = shift ? { from: shift.from, to: shift.to, line: asked.line } : await this.scope(draft);
    const head = asked.span === 'shift' && !shift ? shiftsTable(reader, all) : figuresTable(reader, all);
    const stops = lossTable(reader, words.stops, words.minutes, await this.stops(draft));
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

  private async stations(draft: Draft): Promise<DocumentTable> {
    const { reader, tx, asked } = draft;
    const names = new Map(
      (await this.lists.stations(tx, asked.line)).map((one) => [one.id, nameIn(reader, one)]),
    );
    const columns = await this.figures.columns(draft, STATION_FIGURES, 'station');
    return gridTable(reader, reader.words.stations, reader.words.station, { names, columns });
  }

  private async days(draft: Draft): Promise<DocumentTable> {
    const headline = KPIS.filter(({ definition }) => definition.headline).map(
      ({ definition }) => definition.id,
    );
    const columns = await this.figures.columns(draft, headline, 'day');
    const names = new Map<string, string>();
    for (
      let i = 0, day = `${draft.window.label}-01`;
      i < 31 && day.startsWith(draft.window.label);
      i++, day = addDays(day, 1)
    )
      names.set(day, day);
    return gridTable(draft.reader, draft.reader.words.days, draft.reader.words.day, { names, columns });
  }

  private async late(draft: Draft): Promise<DocumentTable> {
    const facts = await this.every(draft, askedFor(draft, asKpi('otd'), []), { most: LATE_MAX });
    const misses = facts.filter(({ counts }) => counts === 'miss');
    return lateTable(draft.reader, misses.slice(0, LATE_MAX));
  }

  /** Minutes of downtime by reason, as OEE counts them. */
  private async stops(draft: Draft): Promise<Loss[]> {
    const { shift, reader, tx } = draft;
    const asked = askedFor(draft, asKpi('availability'), []);
    const own = shift && {
      from: new Date(shift.from).toISOString(),
      to: new Date(shift.to).toISOString(),
    };
    const facts = await this.every(draft, asked && { ...asked, ...own }, { kind: 'stop' });
    return stopTable(facts, await this.lists.reasons(tx), reader.words.shortStops);
  }

  /** All facts of a figure; with `most`, so many misses are enough. */
  private async every(
    { tx }: Draft,
    asked: AskedFigure | null,
    { kind, most = Infinity }: { kind?: 'stop'; most?: number },
  ): Promise<KpiFact[]> {
    const found: KpiFact[] = [];
    let misses = 0;
    for (let cursor: string | undefined; asked !== null && misses < most;) {
      const page = await this.facts.facts(tx, asked, { limit: 500, cursor, kind });
      if (isRefusal(page)) break;
      found.push(...page.items);
      misses += page.items.filter(({ counts }) => counts === 'miss').length;
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    return found;
  }

  /** From when to when the shifts of the days last: the night shift of the last day ends in the morning after. */
  private async scope(draft: Draft): Promise<ReportScope> {
    const span = await this.facts.span(draft.tx, askedFor(draft, asKpi('oee'), []) as AskedFigure);
    return { ...span, line: draft.asked.line };
  }
}
