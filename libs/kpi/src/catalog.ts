import type { KpiValue, ProvenanceSplit } from '@takt/contracts';
import { Exact } from '@takt/production';
import { availability } from './definitions/availability';
import { completionAdherence } from './definitions/completion-adherence';
import { customerLeadTime } from './definitions/customer-lead-time';
import { daysOfInventory } from './definitions/days-of-inventory';
import { earnedHours } from './definitions/earned-hours';
import { firstPassYield } from './definitions/first-pass-yield';
import { frozenMoves } from './definitions/frozen-moves';
import { inventoryTurns } from './definitions/inventory-turns';
import { labourProductivity } from './definitions/labour-productivity';
import { manufacturingLeadTime } from './definitions/manufacturing-lead-time';
import { mtbf } from './definitions/mtbf';
import { mttr } from './definitions/mttr';
import { nee } from './definitions/nee';
import { noticeCoverage } from './definitions/notice-coverage';
import { oee } from './definitions/oee';
import { otd } from './definitions/otd';
import { otdOrder } from './definitions/otd-order';
import { otif } from './definitions/otif';
import { otifLine } from './definitions/otif-line';
import { outputPerEmployee } from './definitions/output-per-employee';
import { outputValuePerEmployee } from './definitions/output-value-per-employee';
import { performance } from './definitions/performance';
import { quality } from './definitions/quality';
import { quantityAttainment } from './definitions/quantity-attainment';
import { reworkRatio } from './definitions/rework-ratio';
import { rolledYield } from './definitions/rolled-yield';
import { scheduleAdherence } from './definitions/schedule-adherence';
import { scheduleStability } from './definitions/schedule-stability';
import { scrapRatio } from './definitions/scrap-ratio';
import { setupRate } from './definitions/setup-rate';
import { stationChanges } from './definitions/station-changes';
import { NOT_ANNUALISED } from './definitions/stock-stage';
import { wipHours } from './definitions/wip-hours';
import { wipOrders } from './definitions/wip-orders';
import { wipValue } from './definitions/wip-value';
import { workerEfficiency } from './definitions/worker-efficiency';
import { input, type Sums } from './input';
import type { Kpi } from './kpi';

/** Every figure, the manager's four first. */
export const KPIS: readonly Kpi[] = [
  ...inventoryTurns.slice(0, 1),
  otd,
  oee,
  outputPerEmployee,
  ...inventoryTurns.slice(1),
  ...daysOfInventory,
  otifLine,
  otdOrder,
  otif,
  availability,
  performance,
  quality,
  nee,
  setupRate,
  firstPassYield,
  rolledYield,
  scrapRatio,
  reworkRatio,
  mtbf,
  mttr,
  labourProductivity,
  earnedHours,
  workerEfficiency,
  outputValuePerEmployee,
  scheduleAdherence,
  completionAdherence,
  quantityAttainment,
  scheduleStability,
  frozenMoves,
  stationChanges,
  noticeCoverage,
  customerLeadTime,
  manufacturingLeadTime,
  wipOrders,
  wipHours,
  wipValue,
];

const byId = new Map(KPIS.map((kpi) => [kpi.definition.id, kpi]));

/** The figure with an id; undefined when there is none. */
export function kpiById(id: string): Kpi | undefined {
  return byId.get(id);
}

/**
 * How much of the time that a figure is about is known, 0 … 1: silent planned time is missing. 1 for figures that do not come from
 * machine states, and when nothing was planned.
 */
export function completenessOf(kpi: Kpi, sums: Sums): number {
  const known = input(sums, 'plannedBusySec');
  const all = known.plus(input(sums, 'unknownSec'));
  return !kpi.fromStates || all.isZero() ? 1 : known.div(all).toNumber();
}

/** Where a fact came from, counted. */
export type Sources = Readonly<
  Partial<Record<'machine' | 'terminal' | 'api' | 'back-fill' | 'import', number>>
>;

/** The shares of the sources of some facts; entries through the API count as typed in. Null: no facts. */
export function provenanceOf(sources: Sources): ProvenanceSplit | null {
  const total = Object.values(sources).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const share = (...names: (keyof Sources)[]) =>
    new Exact(names.reduce((sum, name) => sum + (sources[name] ?? 0), 0)).div(total).toNumber();
  return {
    machine: share('machine'),
    terminal: share('terminal', 'api'),
    backFill: share('back-fill'),
    import: share('import'),
  };
}

/** How a value stands against its target. */
export type Light = 'green' | 'amber' | 'red' | 'none';

/** A miss of up to this share of the target is amber. */
export const AMBER_SHARE = 0.05;

/**
 * Traffic light by rule: green when the target is met, amber when it is missed by at most 5 % of it, red beyond; none without a value
 * or a target, nor where the value is of another kind than its target: a target of turns is of a year.
 */
export function lightOf(
  kpi: Kpi,
  { value, note }: Pick<KpiValue, 'value' | 'note'>,
  target: number | null,
): Light {
  if (value === null || target === null || note === NOT_ANNUALISED) return 'none';
  const miss = kpi.definition.better === 'higher' ? target - value : value - target;
  if (miss <= 0) return 'green';
  return miss <= Math.abs(target) * AMBER_SHARE ? 'amber' : 'red';
}
