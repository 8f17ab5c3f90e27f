import { clonePlan, copyPlan, type Plan } from '../plan/plan';
import type { Budget } from './budget';

/** At most this many entries of the trace are kept. */
const MOST_ENTRIES = 2000;
/** News are told at most this often, and take at most a fiftieth of the time. */
const NEWS_EVERY_MS = 50;

/** The best plan found so far, and when its cost was found. */
export class Record {
  readonly plan: Plan;
  cost = Infinity;
  readonly trace: [at: number, cost: number][] = [];
  private quietUntil = -Infinity;

  constructor(
    plan: Plan,
    private readonly budget: Budget,
    private readonly news?: (record: Record) => void,
  ) {
    this.plan = clonePlan(plan);
  }

  /** Keeps the plan when it costs less than the best one. */
  offer(plan: Plan, cost: number): boolean {
    if (cost >= this.cost) return false;
    this.take(plan, cost);
    return true;
  }

  /** Keeps the plan: it is better in the eyes of the search, whatever it costs. */
  take(plan: Plan, cost: number): void {
    this.cost = cost;
    copyPlan(plan, this.plan);
    const at = this.budget.countsMoves ? this.budget.moves : Math.round(this.budget.elapsedMs());
    const last = this.trace[this.trace.length - 1];
    if (last && last[0] === at) last[1] = cost;
    else this.trace.push([at, cost]);
    if (this.trace.length > MOST_ENTRIES) this.thin();
    this.tell();
  }

  private tell(): void {
    if (!this.news) return;
    const began = this.budget.elapsedMs();
    if (began < this.quietUntil) return;
    this.news(this);
    this.quietUntil = began + Math.max(NEWS_EVERY_MS, 50 * (this.budget.elapsedMs() - began));
  }

  /** Forgets every second entry but the last. */
  private thin(): void {
    const kept = this.trace.filter((_, i) => i % 2 === 0 || i === this.trace.length - 1);
    this.trace.splice(0, this.trace.length, ...kept);
  }
}
