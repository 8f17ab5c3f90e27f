import type { KpiDimension } from '@takt/contracts';
import type { Scope } from './use-scope';

/** What a list of losses needs that is made from the facts of a figure. */
export interface FigureLossProps {
  readonly scope: Scope;
  /** by what the figure can be narrowed */
  readonly dimensions: readonly KpiDimension[];
}
