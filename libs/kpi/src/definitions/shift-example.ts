import type { KpiFacts } from '../kpi';

/**
 * A shift of 480 min with 30 min of planned breaks: 450 min planned busy, 40 min of stops, 30 min of set-up, 380 min of production;
 * 700 pieces at 0.5 min each, 686 of them good. Most machine figures have it as their example.
 */
export const shiftExample: KpiFacts = {
  sums: {
    plannedBusySec: 27_000,
    productionSec: 22_800,
    setupSec: 1_800,
    downSec: 2_400,
    producedQty: 700,
    goodQty: 686,
    plannedRunSec: 21_000,
    goodRunSec: 20_580,
  },
};
