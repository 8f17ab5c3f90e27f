import type { OtdBasis } from '@takt/contracts';
import type { InputName } from '../input';
import {
  ORDER_DIMENSIONS,
  WHOLE_ORDER_DIMENSIONS,
  ratio,
  type Golden,
  type Kpi,
  type KpiFacts,
  type Wording,
} from '../kpi';

/** What is counted, and when it is a hit. */
interface Delivery {
  readonly counted: 'lines' | 'orders';
  readonly hit: 'OnTime' | 'InFull';
}

const SUFFIX = { requested: 'Requested', committed: 'Committed', latest: 'Latest' } as const satisfies Record<
  OtdBasis,
  string
>;
const suffixOf = (facts: KpiFacts) => SUFFIX[facts.basis ?? 'committed'];

/**
 * A delivery figure on all three bases.
 * @param wording its words
 * @param delivery what is counted, and when it is a hit
 * @param golden its examples
 */
export function deliveryKpi(
  wording: Omit<Wording, 'unit' | 'better' | 'dimensions'>,
  { counted, hit }: Delivery,
  golden: readonly Golden[],
): Kpi {
  const bases = Object.values(SUFFIX);
  const due = (suffix: (typeof bases)[number]): InputName => `${counted}Due${suffix}`;
  const hits = (suffix: (typeof bases)[number]): InputName => `${counted}${hit}${suffix}`;
  return ratio({
    wording: {
      ...wording,
      ...{ unit: '%', better: 'higher' },
      dimensions: counted === 'orders' ? WHOLE_ORDER_DIMENSIONS : ORDER_DIMENSIONS,
    },
    inputs: bases.flatMap((suffix) => [hits(suffix), due(suffix)]),
    numerator: (get, facts) => get(hits(suffixOf(facts))),
    denominator: (get, facts) => get(due(suffixOf(facts))),
    scale: 100,
    bases: Object.keys(SUFFIX) as OtdBasis[],
    golden,
  });
}

/** A week in which 10 lines of 8 orders were promised: 7 shipped by the promise, one of them short, 1 late, 2 still open. */
export const deliveryExample: KpiFacts = {
  sums: {
    linesDueCommitted: 10,
    linesOnTimeCommitted: 7,
    linesInFullCommitted: 6,
    linesDueRequested: 10,
    linesOnTimeRequested: 5,
    linesInFullRequested: 4,
    ordersDueCommitted: 8,
    ordersOnTimeCommitted: 5,
    ordersInFullCommitted: 4,
  },
};
