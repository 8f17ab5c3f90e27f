import { endOfHour, type Interval } from '@takt/calendar';
import type { KpiFact } from '@takt/contracts';
import {
  addSums,
  contributionTo,
  input,
  mergeDistributions,
  type Distribution,
  type InputName,
  type KpiFacts,
  type Sums,
} from '@takt/kpi';
import type { Weighed } from '../../cube/cube';
import type { FinestRow } from '../../cube/finest-row';
import { areasOf } from '../../cube/level';
import { RowBook } from '../../cube/row-book';
import type { PlantAsWas } from '../../roll-up/as-was';
import { averagedSpan, averagesOverTime, type FigureSetting } from '../figure-value';
import type { FigureWindow } from '../figure-window';

/** A fact as it was found, before it is weighed. */
export interface FoundFact extends Weighed, Pick<KpiFact, 'id' | 'title' | 'values'> {
  readonly at: Date;
  readonly till: Date;
  /** null: by its share in the figure */
  readonly counts: KpiFact['counts'] | null;
}

const HOUR_MS = 3_600_000;

/**
 * Says what each fact adds to a figure: the cube that counts it counts it alone, and of what it writes the rows are taken that make up the
 * figure. So the facts of a window sum to its value, whatever the rules are.
 */
export class FactWeigher {
  /** @param reach from when to when the facts of the window lie, epoch ms */
  constructor(
    private readonly setting: FigureSetting,
    private readonly window: FigureWindow,
    private readonly reach: Interval,
    private readonly plant: PlantAsWas,
  ) {}

  /** The fact with what it adds; null: it adds nothing. */
  weigh(fact: FoundFact): KpiFact | null {
    const { kpi, cube, basis } = this.setting;
    const book = new RowBook();
    cube.weigh(book, fact, {
      subjects: [],
      window: this.windowOf(fact),
      asOf: this.setting.asOf,
      plant: this.plant,
    });
    const rows = book.rows().filter((row) => this.counts(row));
    const durations = mergeDistributions(
      rows.flatMap((row): Distribution[] => (row.durations ? [row.durations] : [])),
    );
    const [from, end] = this.counted();
    const sums = this.levelled(addSums(rows.map((row) => row.sums as Sums)), [from, end]);
    const windowSec = (end - from) / 1000;
    const adds = kpi.inputs.filter((name) => !input(sums, name).isZero());
    if (adds.length === 0 && durations.count === 0) return null;
    const facts = { sums, windowSec, durations, parts: [sums], ...(basis && { basis }) };
    const { id, at, kind, title, values } = fact;
    const share = contributionTo(kpi, facts);
    return {
      ...{ id, kind, title, values, at: at.toISOString(), counts: fact.counts ?? standing(share) },
      adds: Object.fromEntries(addsOf(adds, facts)),
      numerator: share && share.numerator.toNumber(),
      denominator: share && share.denominator.toNumber(),
    };
  }

  /** The hours in which it lies, as far as they are in the window; for what is kept by the day the window. */
  private windowOf({ at, till }: FoundFact): Interval {
    const [from, to] = this.reach;
    if (this.setting.cube.subject !== 'station' && this.setting.cube.subject !== 'worker') return this.reach;
    const { zone } = this.setting;
    const begin = Math.max(from, at.getTime());
    const end = Math.max(begin, Math.min(to, till.getTime()));
    return [endOfHour(begin, zone) - HOUR_MS, endOfHour(end, zone)];
  }

  private counts({ bucket, dims }: FinestRow): boolean {
    const { days, from, to } = this.window;
    const inside =
      days === null
        ? bucket.startAt >= from && bucket.startAt < to
        : bucket.day >= days[0] && bucket.day < days[1];
    const { class: _, ...filter } = this.setting.filter;
    return (
      inside &&
      Object.entries(filter).every(
        ([name, key]) => key === undefined || dims[name as keyof typeof filter] === key,
      )
    );
  }

  /** From when to when averages over time are taken. */
  private counted(): Interval {
    const { from, to } = this.window;
    return averagesOverTime(this.setting.kpi) ? averagedSpan(this.setting, [from, to]) : [from, to];
  }

  private levelled(sums: Sums, window: Interval): Sums {
    if (!averagesOverTime(this.setting.kpi)) return sums;
    return { ...sums, ...areasOf({ opening: {}, inside: sums, window }) };
  }
}

function standing(share: ReturnType<typeof contributionTo>): KpiFact['counts'] {
  if (share === null || share.denominator.isZero()) return 'part';
  if (share.numerator.isZero()) return 'miss';
  return share.numerator.equals(share.denominator) ? 'hit' : 'part';
}

function addsOf(names: readonly InputName[], { sums, durations }: KpiFacts): [string, number][] {
  const own = names.map((name): [string, number] => [name, input(sums, name).toNumber()]);
  return durations && durations.count > 0 ? [...own, ['count', durations.count]] : own;
}
