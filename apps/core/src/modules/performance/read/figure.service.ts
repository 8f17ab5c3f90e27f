import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type KpiDefinition,
  type KpiDimension,
  type KpiValue,
  type OtdBasis,
  type Refusal,
} from '@takt/contracts';
import { KPIS, kpiById, mergeDistributions, type Distribution, type Kpi, type Sums } from '@takt/kpi';
import { Exact, groupBy } from '@takt/production';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { PlantRepository } from '../../plant';
import { CUBES, type Cube } from '../cube/cube';
import { MarkRepository } from '../roll-up/mark.repository';
import {
  averagedSpan,
  averagesOverTime,
  figureValue,
  type FigureReading,
  type FigureSetting,
} from './figure-value';
import { figureWindow, segmentsOf, windowBefore, type FigureWindow } from './figure-window';
import { FigureRepository, type FigureFilter, type FigureGroup, type FigureQuery } from './figure.repository';
import { levelReading } from './level-reading';

/** A figure that is asked for. */
export interface AskedFigure {
  readonly kpi: string;
  readonly from: string;
  readonly to: string;
  readonly filter: FigureFilter;
  readonly by: readonly KpiDimension[];
  readonly basis: OtdBasis | undefined;
}

/** A figure in a window, as a whole, before, and by its break-down. */
export interface FigureAnswer {
  readonly kpi: Kpi;
  readonly total: KpiValue;
  readonly previous: KpiValue | null;
  readonly buckets: KpiValue[];
  /** other figures of the same inputs in the same window */
  readonly beside: readonly { readonly definition: KpiDefinition; readonly total: KpiValue }[];
}

const TIME_KINDS: readonly string[] = ['hour', 'shift', 'day', 'week', 'month'];
const FILTERS = {
  line: 'line',
  station: 'station',
  item: 'item',
  class: 'item-class',
  customer: 'customer',
  worker: 'worker',
} as const;
const FIGURES_WITH_BASIS = KPIS.filter(({ bases }) => bases.length > 0)
  .map(({ definition }) => definition.id)
  .join(', ');

/** Reads figures from the roll-ups. */
@Injectable()
export class FigureService {
  constructor(
    private readonly figures: FigureRepository,
    private readonly plants: PlantRepository,
    private readonly marks: MarkRepository,
    @Inject(CUBES) private readonly cubes: readonly Cube[],
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The cube of a figure. */
  cubeOf(id: string): Cube {
    const cube = this.cubes.find(({ figures }) => figures.includes(id));
    if (!cube) throw new Error(`no cube computes ${id}`);
    return cube;
  }

  /** @returns thing.unknown · kpi.dimension · kpi.basis · kpi.window, or the figure */
  async figure(tx: Tx, asked: AskedFigure, compare: boolean): Promise<FigureAnswer | Refusal> {
    const answers = await this.together(tx, [asked], compare);
    return isRefusal(answers) ? answers : (answers[0] as FigureAnswer);
  }

  /** Several figures, read in one statement. @returns the same refusals, or the figures in the order asked */
  async together(tx: Tx, all: readonly AskedFigure[], compare: boolean): Promise<FigureAnswer[] | Refusal> {
    const ground = await this.ground(tx);
    const plans: AnswerPlan[] = [];
    for (const asked of all) {
      const setting = await this.setting(tx, asked, ground);
      if (isRefusal(setting)) return setting;
      const window = this.window(asked, setting);
      if (isRefusal(window)) return window;
      plans.push(planOf(setting, window, asked.by, compare));
    }
    const groups = await this.figures.all(tx, plans.flatMap(queriesOf));
    let read = 0;
    return plans.map((plan) => {
      const values = (reading: FigureReading | null): KpiValue[] =>
        reading === null ? [] : reading.values(groups.slice(read, (read += reading.queries.length)));
      const [[total], [previous], buckets] = [
        values(plan.total),
        values(plan.previous),
        values(plan.buckets),
      ];
      const beside = besideOf(plan.setting, total as KpiValue);
      return { kpi: plan.setting.kpi, total: total as KpiValue, previous: previous ?? null, buckets, beside };
    });
  }

  /** The durations of a lead time in a window; of other figures none. @returns thing.unknown · kpi.dimension · kpi.basis · kpi.window */
  async durations(tx: Tx, asked: AskedFigure): Promise<Distribution | Refusal> {
    const setting = await this.setting(tx, asked);
    if (isRefusal(setting)) return setting;
    const window = this.window(asked, setting);
    if (isRefusal(window)) return window;
    const query = queryOf(setting, window, []);
    const groups = query.durations ? await this.figures.groups(tx, query) : [];
    return mergeDistributions(groups.flatMap((group) => group.durations));
  }

  /** The figure that is asked for, with what it is read from. */
  async setting(
    tx: Tx,
    { kpi: id, filter, by, basis }: Omit<AskedFigure, 'from' | 'to'>,
    known?: FigureGround,
  ): Promise<FigureSetting | Refusal> {
    const kpi = kpiById(id);
    if (!kpi) return refuse('thing.unknown', { kind: 'kpi', id });
    const { dimensions } = kpi.definition;
    const asked = [
      ...by,
      ...Object.entries(filter).flatMap(([name, key]) =>
        key === undefined ? [] : [FILTERS[name as keyof FigureFilter]],
      ),
    ];
    const wrong = asked.find((dimension) => !dimensions.includes(dimension));
    if (wrong !== undefined)
      return refuse('kpi.dimension', { kpi: id, by: wrong, possible: dimensions.join(', ') });
    if (basis !== undefined && !kpi.bases.includes(basis))
      return refuse('kpi.basis', { kpi: id, basis, figures: FIGURES_WITH_BASIS });
    const unknown = await this.figures.unknown(tx, filter);
    if (unknown) return refuse('thing.unknown', unknown);
    const ground = known ?? (await this.ground(tx));
    const cube = this.cubeOf(id);
    const beganAt = averagesOverTime(kpi) ? await cube.beganAt(tx) : -Infinity;
    return { kpi, cube, ...ground, beganAt, filter, basis };
  }

  /** The window that is asked for. */
  window(
    asked: Pick<AskedFigure, 'from' | 'to' | 'by'>,
    { zone, cube }: FigureSetting,
  ): FigureWindow | Refusal {
    return figureWindow(asked, zone, cube.grain, asked.by.includes('hour') || asked.by.includes('shift'));
  }

  private async ground(tx: Tx): Promise<FigureGround> {
    const zone = (await this.plants.plant(tx))?.timeZone ?? 'UTC';
    return { zone, asOf: (await this.marks.cursor(tx)) ?? this.clock.now() };
  }
}

/** What all figures of a plant stand on. */
type FigureGround = Pick<FigureSetting, 'zone' | 'asOf'>;

/** What is read for one answer; null: it was not asked for. */
interface AnswerPlan {
  readonly setting: FigureSetting;
  readonly total: FigureReading;
  readonly previous: FigureReading | null;
  readonly buckets: FigureReading | null;
}

function planOf(
  setting: FigureSetting,
  window: FigureWindow,
  by: readonly KpiDimension[],
  compare: boolean,
): AnswerPlan {
  return {
    setting,
    total: readingOf(setting, window, []),
    previous: compare ? readingOf(setting, windowBefore(window, setting.zone), []) : null,
    buckets: by.length === 0 ? null : readingOf(setting, window, by),
  };
}

const queriesOf = ({ total, previous, buckets }: AnswerPlan): readonly FigureQuery[] =>
  [total, previous, buckets].flatMap((reading) => reading?.queries ?? []);

/** The values of a figure in a window by dimensions; without: one. */
function readingOf(setting: FigureSetting, window: FigureWindow, by: readonly KpiDimension[]): FigureReading {
  const { kpi } = setting;
  if (averagesOverTime(kpi)) return levelReading(setting, { window, by });
  const withParts = kpi.definition.id === 'rolled-yield';
  const timed = by.some((one) => TIME_KINDS.includes(one));
  return {
    queries: [queryOf(setting, window, withParts ? [...by, 'item', 'step'] : by)],
    values: ([groups = []]) => {
      const whole = withParts
        ? joined(groups, by.length)
        : groups.map((group) => ({ group, parts: [] as Sums[] }));
      return whole.map(({ group, parts }) => {
        const span = [
          (timed ? group.startAt : null) ?? window.from,
          (timed ? group.endAt : null) ?? window.to,
        ] as const;
        const { sums, sources, keys } = group;
        const durations = mergeDistributions(group.durations);
        const facts = { sums, parts, windowSec: (span[1] - span[0]) / 1000, durations };
        return figureValue(setting, { by, keys, sources, facts, span });
      });
    },
  };
}

function queryOf(
  { kpi, cube, filter }: FigureSetting,
  window: FigureWindow,
  by: FigureQuery['by'],
): FigureQuery {
  const inputs = [...new Set([...kpi.inputs, ...(kpi.fromStates ? ['plannedBusySec', 'unknownSec'] : [])])];
  const durations = cube.durations && kpi.inputs.length === 0;
  return { cube, inputs, filter, by, durations, segments: segmentsOf(window, by, cube.grain) };
}

/** The figure that is told together with another, made of the same inputs: days of the same stock with its turns. */
const besideId = (id: string): string => id.replace(/^inventory-turns/, 'days-of-inventory');

function besideOf(setting: FigureSetting, total: KpiValue): FigureAnswer['beside'] {
  const { id } = setting.kpi.definition;
  const kpi = besideId(id) === id ? undefined : kpiById(besideId(id));
  if (!kpi) return [];
  const span = [Date.parse(total.from), Date.parse(total.to)] as const;
  const [from, end] = averagedSpan(setting, span);
  const facts = { sums: total.inputs as Sums, windowSec: (end - from) / 1000 };
  const value = figureValue({ ...setting, kpi }, { by: [], keys: [], sources: {}, facts, span });
  return [{ definition: kpi.definition, total: { ...value, provenance: total.provenance } }];
}

/** Groups by operation, put together by their other keys. */
function joined(groups: readonly FigureGroup[], length: number): { group: FigureGroup; parts: Sums[] }[] {
  const byKeys = groupBy(groups, ({ keys }) => keys.slice(0, length).join('\n'));
  const all = [...byKeys.values()].map((own) => {
    const [head] = own as [FigureGroup];
    const names = Object.keys(head.sums);
    const sums = Object.fromEntries(
      names.map((name) => [name, own.reduce((sum, one) => addExact(sum, one.sums[name]), '0')]),
    );
    return {
      group: { ...head, keys: head.keys.slice(0, length), sums },
      parts: own.map((one) => one.sums as Sums),
    };
  });
  return all.length > 0 || length > 0 ? all : [{ group: NOTHING, parts: [] }];
}

const NOTHING: FigureGroup = { keys: [], sums: {}, sources: {}, durations: [], startAt: null, endAt: null };

function addExact(a: string | undefined, b: string | undefined): string {
  return new Exact(a ?? 0).plus(b ?? 0).toFixed();
}
