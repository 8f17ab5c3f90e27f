import type { KpiDimension, KpiValue, OtdBasis } from '@takt/contracts';
import { completenessOf, provenanceOf, type Kpi, type KpiFacts, type Sources } from '@takt/kpi';
import type { Cube } from '../cube/cube';
import { AREAS } from '../cube/level';
import type { FigureFilter, FigureGroup, FigureQuery } from './figure.repository';

/** A figure with what it is read from. */
export interface FigureSetting {
  readonly kpi: Kpi;
  readonly cube: Cube;
  /** time zone of the plant */
  readonly zone: string;
  /** factory time that has been counted, epoch ms */
  readonly asOf: number;
  /** before, there was nothing to take an average of, epoch ms; null: there is nothing yet */
  readonly beganAt: number | null;
  readonly filter: FigureFilter;
  readonly basis: OtdBasis | undefined;
}

/** What is to be asked for values, and how they are made of the answers: readings of several values are asked together. */
export interface FigureReading {
  readonly queries: readonly FigureQuery[];
  readonly values: (groups: readonly (readonly FigureGroup[])[]) => KpiValue[];
}

/** What one value is computed from. */
export interface ValueFacts {
  readonly by: readonly KpiDimension[];
  /** in the order of the dimensions */
  readonly keys: readonly string[];
  readonly sources: Sources;
  readonly facts: KpiFacts;
  /** epoch ms */
  readonly span: readonly [number, number];
}

/** Is a figure an average over time, of what stands for a while? */
export const averagesOverTime = ({ inputs }: Pick<Kpi, 'inputs'>): boolean =>
  AREAS.some(([area]) => inputs.includes(area));

/** Of a time the part that an average is taken over, epoch ms: from when there was something, to when it was counted; perhaps empty. */
export function averagedSpan(
  { beganAt, asOf }: Pick<FigureSetting, 'beganAt' | 'asOf'>,
  [from, to]: readonly [number, number],
): [from: number, to: number] {
  const end = Math.max(from, Math.min(to, asOf));
  return [Math.min(Math.max(from, beganAt ?? Infinity), end), end];
}

/** Computes a value with all that is said beside it. */
export function figureValue(
  { kpi, basis }: FigureSetting,
  { by, keys, sources, facts, span }: ValueFacts,
): KpiValue {
  const { value, numerator, denominator, inputs, note } = kpi.evaluate({
    ...facts,
    ...(basis === undefined ? {} : { basis }),
  });
  const { id, version } = kpi.definition;
  return {
    ...{ kpi: id, version, value, numerator, denominator, inputs: { ...inputs }, note },
    from: new Date(span[0]).toISOString(),
    to: new Date(span[1]).toISOString(),
    bucket: Object.fromEntries(by.map((dimension, i) => [dimension, keys[i] ?? ''])),
    completeness: completenessOf(kpi, facts.sums),
    provenance: provenanceOf(sources),
  };
}
