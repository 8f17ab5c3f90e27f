import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type InputOf,
  type KpiAnnotation,
  type KpiTarget,
  type Refusal,
  type ReplyOf,
  type kpiRoutes,
} from '@takt/contracts';
import { checkTarget, histogramOf, KPIS, kpiById, lightOf } from '@takt/kpi';
import { Clock } from '../../../platform/clock';
import type { Caller } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { FactService } from './fact.service';
import type { FigureFilter } from './figure.repository';
import { FigureService, type AskedFigure, type FigureAnswer } from './figure.service';
import { kpiCsv } from './kpi-csv';
import { TargetRepository } from './target.repository';

type Query<N extends keyof typeof kpiRoutes> = InputOf<(typeof kpiRoutes)[N]>['query'];
type Value = ReplyOf<typeof kpiRoutes.value>;
type Headline = ReplyOf<typeof kpiRoutes.headline>;

const DAY_MS = 86_400_000;
/** Windows longer than these have a trend by month. */
const LONG_DAYS = 100;
const HEADLINES = KPIS.filter(({ definition }) => definition.headline);
/** Bins of a distribution at most. */
const BINS = 16;

function filterOf({
  line,
  station,
  item,
  class: itemClass,
  customer,
  worker,
}: Query<'headline'>): FigureFilter {
  return { line, station, item, class: itemClass, customer, worker } as FigureFilter;
}

/** Figures as the API gives them. */
@Injectable()
export class KpiService {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureService,
    private readonly behind: FactService,
    private readonly targets: TargetRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A figure with its break-down, the window before, and how it stands. */
  value(plant: string, kpi: string, query: Query<'value'>): Promise<Value | Refusal> {
    return this.database.read(plant, async (tx) => {
      const answer = await this.figures.figure(
        tx,
        askedOf(kpi, query, query.by),
        query.compare === 'previous',
      );
      if (isRefusal(answer)) return answer;
      const { total, previous, buckets, beside } = answer;
      return {
        definition: answer.kpi.definition,
        total,
        previous,
        buckets,
        beside: [...beside],
        ...standingOf(answer, await this.targets.targets(tx)),
      };
    });
  }

  /** The same as CSV. */
  csv(plant: string, kpi: string, query: Query<'export'>): Promise<string | Refusal> {
    return this.database.read(plant, async (tx) => {
      const answer = await this.figures.figure(tx, askedOf(kpi, query, query.by), false);
      return isRefusal(answer) ? answer : kpiCsv(answer.kpi, answer.buckets, answer.total);
    });
  }

  /** The manager's four. Filters and a basis that a figure does not have are left out of it. */
  headline(plant: string, query: Query<'headline'>): Promise<Headline | Refusal> {
    return this.database.read(plant, async (tx) => {
      const days = (Date.parse(query.to) - Date.parse(query.from)) / DAY_MS;
      const by = days > LONG_DAYS ? 'month' : days > 2 ? 'day' : 'hour';
      const all = HEADLINES.map(({ definition: { id, dimensions }, bases }): AskedFigure => {
        const asked = askedOf(id, query, []);
        const basis = bases.find((one) => one === query.basis);
        const fits = (name: string): boolean =>
          dimensions.some((one) => one === (name === 'class' ? 'item-class' : name));
        const filter = Object.fromEntries(Object.entries(asked.filter).filter(([name]) => fits(name)));
        return { ...asked, filter, basis, by: [dimensions.includes(by) ? by : 'day'] };
      });
      const answers = await this.figures.together(tx, all, true);
      if (isRefusal(answers)) return answers;
      const targets = await this.targets.targets(tx);
      return answers.map((answer): Headline[number] => {
        const { total, previous, buckets, beside } = answer;
        return {
          definition: answer.kpi.definition,
          total,
          previous,
          trend: buckets,
          beside: [...beside],
          ...standingOf(answer, targets),
        };
      });
    });
  }

  /** The facts behind a figure. */
  facts(
    plant: string,
    kpi: string,
    { limit, cursor, kind, ...query }: Query<'facts'>,
  ): Promise<ReplyOf<typeof kpiRoutes.facts> | Refusal> {
    return this.database.read(plant, (tx) =>
      this.behind.facts(tx, askedOf(kpi, query, []), { limit, cursor, kind }),
    );
  }

  /** How durations are spread. @returns thing.unknown · kpi.dimension · kpi.window */
  distribution(
    plant: string,
    kpi: string,
    query: Query<'distribution'>,
  ): Promise<ReplyOf<typeof kpiRoutes.distribution> | Refusal> {
    return this.database.read(plant, async (tx) => {
      const durations = await this.figures.durations(tx, askedOf(kpi, query, []));
      if (isRefusal(durations)) return durations;
      return histogramOf(durations, BINS).map(({ from, to, count }) => ({ fromSec: from, toSec: to, count }));
    });
  }

  /** What was restated. */
  restatements(
    plant: string,
    kpi: string,
    { limit, cursor, ...query }: Query<'restatements'>,
  ): Promise<ReplyOf<typeof kpiRoutes.restatements> | Refusal> {
    return this.database.read(plant, (tx) =>
      this.behind.restatements(tx, askedOf(kpi, query, []), { limit, cursor }),
    );
  }

  /** Targets of the plant. */
  allTargets(plant: string): Promise<KpiTarget[]> {
    return this.database.read(plant, (tx) => this.targets.targets(tx));
  }

  /** Sets a target. @returns thing.unknown: no such figure · kpi.target */
  setTarget(caller: Caller, kpi: string, value: number): Promise<KpiTarget | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      const figure = kpiById(kpi);
      if (!figure) return refuse('thing.unknown', { kind: 'kpi', id: kpi });
      const wrong = checkTarget(figure, value);
      if (wrong) return wrong;
      const target = { kpi, value, setAt: this.clock.date(), setBy: caller.name };
      await this.targets.put(tx, target);
      return { ...target, setAt: target.setAt.toISOString() };
    });
  }

  /** Removes a target. @returns thing.unknown: there is none */
  removeTarget(caller: Caller, kpi: string): Promise<void | Refusal> {
    return this.database.write<void | Refusal>(caller.plant, async (tx) => {
      if (!(await this.targets.remove(tx, kpi))) return refuse('thing.unknown', { kind: 'target', id: kpi });
    });
  }

  /** Notes of a window. @returns kpi.window · thing.unknown: no such figure */
  annotations(plant: string, { from, to, kpi }: Query<'annotations'>): Promise<KpiAnnotation[] | Refusal> {
    const window = { from: new Date(from), to: new Date(to) };
    if (kpi !== undefined && !kpiById(kpi))
      return Promise.resolve(refuse('thing.unknown', { kind: 'kpi', id: kpi }));
    if (window.to <= window.from)
      return Promise.resolve(refuse('kpi.window', { from, to, reason: 'backwards' }));
    return this.database.read(plant, (tx) => this.targets.annotations(tx, window, kpi ?? null));
  }

  /** Writes a note. @returns reference.unknown: no such figure · kpi.note-ahead */
  annotate(
    caller: Caller,
    { kpi, at, text }: InputOf<typeof kpiRoutes.annotate>['body'],
  ): Promise<KpiAnnotation | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      if (kpi !== null && !kpiById(kpi))
        return refuse('reference.unknown', { field: 'kpi', kind: 'kpi', id: kpi });
      if (Date.parse(at) > this.clock.now())
        return refuse('kpi.note-ahead', { value: at, now: this.clock.iso() });
      return this.targets.annotate(tx, {
        kpi,
        text,
        at: new Date(at),
        writtenAt: this.clock.date(),
        writtenBy: caller.name,
      });
    });
  }

  /** Removes a note. @returns thing.unknown */
  removeAnnotation(caller: Caller, id: string): Promise<void | Refusal> {
    return this.database.write<void | Refusal>(caller.plant, async (tx) => {
      if (!(await this.targets.removeAnnotation(tx, id)))
        return refuse('thing.unknown', { kind: 'annotation', id });
    });
  }
}

/** How a value stands against the target of its figure. */
function standingOf(
  { kpi, total }: FigureAnswer,
  targets: readonly KpiTarget[],
): Pick<Value, 'target' | 'light'> {
  const target = targets.find((one) => one.kpi === kpi.definition.id)?.value ?? null;
  return { target, light: lightOf(kpi, total, target) };
}

function askedOf(kpi: string, query: Query<'headline'>, by: AskedFigure['by']): AskedFigure {
  return { kpi, from: query.from, to: query.to, filter: filterOf(query), by, basis: query.basis };
}
