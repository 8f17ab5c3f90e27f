import type { Interval } from '@takt/calendar';
import type { KpiFact } from '@takt/contracts';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import type { Dim, FinestRow } from './finest-row';
import type { RowBook } from './row-book';

/** What kind of fact has changed. */
export type MarkKind =
  | 'station'
  | 'stop'
  | 'reason'
  | 'report'
  | 'operation'
  | 'attendance'
  | 'order'
  | 'work-order'
  | 'stock'
  | 'item'
  | 'calendar'
  | 'plan'
  | 'notice';

/** A fact has changed; `subject` says which by its id, the span says when it happened. */
export interface Mark {
  readonly kind: MarkKind;
  readonly subject: string;
  /** epoch ms */
  readonly fromAt: number;
  /** epoch ms, ≥ `fromAt`: itself included when they are equal */
  readonly toAt: number;
  readonly reason: string;
}

/** A stretch of time of a subject of a cube that has to be computed anew. */
export interface Touch {
  readonly subject: string;
  /** epoch ms */
  readonly fromAt: number;
  /** epoch ms, ≥ `fromAt`: itself included when they are equal */
  readonly toAt: number;
  /** what came late or was corrected; null: time has passed */
  readonly reason: string | null;
}

/** What is to be computed: whole hours, or whole days. */
export interface Scope {
  readonly subjects: readonly string[];
  readonly window: Interval;
  /** factory time until which open facts last, epoch ms: what is said to happen later waits until then */
  readonly asOf: number;
  readonly plant: PlantAsWas;
}

/**
 * A family of figures with the same facts and dimensions. Its finest rows are computed from the facts of their own bucket alone, so
 * that a late fact restates only the buckets that it touches.
 */
export abstract class Cube {
  abstract readonly name: string;
  /** ids of the figures that are computed from it */
  abstract readonly figures: readonly string[];
  /** the finest bucket: hours and parts of hours by shift, or days */
  abstract readonly grain: 'hour' | 'day';
  /** the dimension by which it is computed anew */
  abstract readonly subject: Exclude<Dim, 'step'>;
  /**
   * By which dimensions sums of days and months are kept beside the finest rows, the coarsest first: what pages ask for most must not
   * add up every row of a year. None of them: over everything. Durations are kept where there are none, or the subject is among them.
   */
  readonly summaries: readonly Summary[] = [];
  /** do its rows hold durations? */
  readonly durations: boolean = false;

  /** Which times of which subjects changed facts touch. */
  abstract touched(tx: Tx, marks: readonly Mark[], plant: PlantAsWas, asOf: number): Promise<Touch[]>;

  /** Subjects with facts in a window, perhaps more: what the passing of time touches. */
  abstract subjectsIn(tx: Tx, window: Interval, plant: PlantAsWas): Promise<string[]>;

  /** What the passing of time touches beside the subjects with facts in the time that has passed. */
  passing(_tx: Tx, _window: Interval): Promise<Touch[]> {
    return Promise.resolve([]);
  }

  /**
   * When what stands for a while first stood, epoch ms: time before is not an average of nothing, it is not counted. Null: it never has;
   * -∞: its figures are no averages over time.
   */
  beganAt(_tx: Tx): Promise<number | null> {
    return Promise.resolve(-Infinity);
  }

  /** The rows of a scope, from the facts. */
  abstract rows(tx: Tx, scope: Scope): Promise<FinestRow[]>;

  /** Writes what a single fact adds, as {@link rows} does for all of them: the scope is that of the fact, its subjects do not matter. */
  abstract weigh(book: RowBook, fact: Weighed, scope: Scope): void;
}

/** One fact behind figures, as the cube that counts it reads it from the raw tables. */
export interface Weighed {
  readonly kind: KpiFact['kind'];
  /** what the cube needs to know of a fact of this kind */
  readonly raw: unknown;
}

/** Dimensions of sums that are kept apart. */
export type Summary = readonly Exclude<Dim, 'step'>[];

/** Cube under which the sums by some dimensions of a cube are kept. */
export const summaryOf = (cube: string, by: Summary): string =>
  by.length === 0 ? `${cube}-total` : `${cube}-by-${by.join('-')}`;

/** Do the sums by some dimensions hold durations? */
export const lasts = ({ durations, subject }: Cube, by: Summary): boolean =>
  durations && (by.length === 0 || by.includes(subject));

/** Every cube of core, found by Nest. */
export const CUBES = Symbol('cubes');

/** A touch of the time of a mark. */
export function touchOf(mark: Mark, subject = mark.subject): Touch {
  return { subject, fromAt: mark.fromAt, toAt: mark.toAt, reason: mark.reason };
}

/** The marks of some kinds. */
export function marked(marks: readonly Mark[], ...kinds: readonly MarkKind[]): Mark[] {
  return marks.filter(({ kind }) => kinds.includes(kind));
}
