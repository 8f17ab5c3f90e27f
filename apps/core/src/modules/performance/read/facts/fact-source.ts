import type { OtdBasis } from '@takt/contracts';
import { SHIPPED_LINES, promisedLines, promisedOrders } from './delivery.source';
import { OUTPUTS, presences } from './labour.source';
import { MOVES, NOTICES, PLANNED } from './plan.source';
import { COUNTS, REPORTED, STATES } from './station.source';
import { ENDED, MOVEMENTS, OPENINGS, workOrders } from './stock.source';

const MOVED: readonly string[] = ['schedule-stability', 'frozen-moves', 'station-changes'];

/** The facts behind the figures of a cube, as SQL. */
export function factsOf(cube: string, kpi: string, basis: OtdBasis): string {
  switch (cube) {
    case 'station':
      return [STATES, COUNTS, REPORTED].join(' union all ');
    case 'labour':
      return `${presences(kpi === 'worker-efficiency')} union all ${OUTPUTS}`;
    case 'delivery':
      return kpi === 'customer-lead-time' ? SHIPPED_LINES : promisedLines(basis);
    case 'order':
      return promisedOrders(basis);
    case 'stock':
      return `${MOVEMENTS} union all ${OPENINGS}`;
    case 'progress':
      return kpi === 'manufacturing-lead-time' ? ENDED : workOrders('true');
    default:
      return kpi === 'notice-coverage' ? NOTICES : MOVED.includes(kpi) ? MOVES : PLANNED;
  }
}
