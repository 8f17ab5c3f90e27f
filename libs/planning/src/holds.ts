import { clip, measure } from '@takt/calendar';
import type { TriggerKind } from '@takt/contracts';
import { endsOf } from './figures';
import type { PlanChange } from './difference';
import type { PlanEntry, PlanningFacts, PlanningOperation } from './facts';
import { fixedWork } from './fixed-work';
import { preparedWindow, WORTH_MS, workToFetch } from './idle';
import { leavePrice, POLICY, tardinessPerSec } from './policy';

/**
 * What happens all the time and mostly within what a plan bears: an order may be served from stock or by work that is planned already.
 * Everything else is answered by the plan that was made for it.
 */
const EVERYDAY: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'order-created',
  'work-order-created',
  'delay',
  'progress',
  'scrap',
  'material-received',
  'worker-present',
  'station-recovered',
]);

/** A plan that could replace the one in force. */
export interface NextPlan {
  readonly entries: readonly PlanEntry[];
  /** what it changes against the plan in force */
  readonly changes: readonly PlanChange[];
  /** kinds of what it answers */
  readonly triggers: readonly TriggerKind[];
}

/**
 * May the plan in force stay, though another was made? Where nothing changes that people hear of, always. After everyday news also when
 * all that is open still finds its place in it within the tolerance, the other plan fetches no half an hour of work for an idle station,
 * and saves less than what it costs people to change.
 * @param toleranceSec by how much work may be off its planned place
 */
export function planHolds(facts: PlanningFacts, next: NextPlan, toleranceSec: number): boolean {
  if (next.changes.length === 0) return true;
  if (next.triggers.some((kind) => !EVERYDAY.has(kind))) return false;
  if (next.changes.some(({ kind }) => kind === 'added' || kind === 'removed')) return false;
  const carried = carriedOn(facts);
  if (carried === null || driftMs(facts, carried) > toleranceSec * 1000) return false;
  const window = preparedWindow(facts);
  if (workIn(next.entries, window) - workIn(carried, window) >= WORTH_MS) return false;
  return costOf(facts, carried) - costOf(facts, next.entries) <= priceOf(facts, next.changes);
}

/** The plan in force as it goes on from now: stations and order as they are, later where something is late. Null: something finds no place. */
function carriedOn(facts: PlanningFacts): PlanEntry[] | null {
  const open = new Set(facts.operations.map(({ id }) => id));
  const published = facts.published.filter(({ operation }) => open.has(operation));
  const laid = fixedWork({
    ...facts,
    published,
    frozenSec: facts.horizonSec,
    operations: facts.operations.map(goingOn),
  });
  const found = new Set(laid.map(({ operation }) => operation));
  return published.every(({ operation }) => found.has(operation)) ? laid : null;
}

/** A paused operation goes on at its station, without another set-up. */
function goingOn(operation: PlanningOperation): PlanningOperation {
  if (operation.status !== 'paused') return operation;
  const modes = operation.modes.map((mode) => ({ ...mode, setupSec: 0 }));
  return { ...operation, status: 'open', modes };
}

/** By how much work for which people prepare is off its place at most. What runs counts by its end. */
function driftMs(facts: PlanningFacts, carried: readonly PlanEntry[]): number {
  const [, preparedUntil] = preparedWindow(facts);
  const places = new Map(facts.published.map((entry) => [entry.operation, entry]));
  return carried.reduce((most, { operation, runStartAt, endAt, fixed }) => {
    const planned = places.get(operation);
    if (!planned || planned.startAt >= preparedUntil) return most;
    const off = fixed === 'running' ? endAt - planned.endAt : runStartAt - planned.runStartAt;
    return Math.max(most, Math.abs(off));
  }, 0);
}

const workIn = (entries: readonly PlanEntry[], window: readonly [number, number]): number =>
  measure(entries.flatMap(({ startAt, endAt }) => clip([[startAt, endAt]], window)));

/** What a plan costs of lateness, changeovers and work in progress, in points. */
function costOf({ workOrders }: PlanningFacts, entries: readonly PlanEntry[]): number {
  const ends = endsOf(entries);
  const begins = new Map<string, number>();
  for (const { workOrder, runStartAt } of entries)
    begins.set(workOrder, Math.min(begins.get(workOrder) ?? Infinity, runStartAt));
  const orders = workOrders.reduce((sum, order) => {
    const end = ends.get(order.id);
    if (end === undefined) return sum;
    const late = Math.max(0, end - order.dueAt);
    return sum + tardinessPerSec(order) * late + POLICY.flowSec * (end - (begins.get(order.id) ?? end));
  }, 0);
  const changeover = entries.reduce((sum, { startAt, runStartAt }) => sum + runStartAt - startAt, 0);
  return (orders + POLICY.changeoverSec * changeover) / 1000;
}

/** What it costs people that operations leave their places, in points; those that are fetched may. */
function priceOf(facts: PlanningFacts, changes: readonly PlanChange[]): number {
  const fetched = workToFetch(facts);
  const frozenUntil = facts.now + facts.frozenSec * 1000;
  return changes.reduce((sum, { workOrder, from, to }) => {
    if (!from || !to || fetched.has(workOrder)) return sum;
    const seconds = Math.abs(to.startAt - from.startAt) / 1000;
    const elsewhere = from.station === to.station ? 0 : POLICY.moveStation;
    return sum + POLICY.moveSec * seconds + elsewhere + leavePrice((from.startAt - frozenUntil) / 1000);
  }, 0);
}
