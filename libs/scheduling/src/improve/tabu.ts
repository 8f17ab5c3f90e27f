import { BlockMoves } from '../moves/block-moves';
import { TabuList } from '../moves/tabu-list';
import { JobTails } from '../moves/job-tails';
import { LongestWays } from '../moves/longest-ways';
import { OneTail } from '../moves/one-tail';
import type { TailEstimate } from '../moves/tail-estimate';
import { clonePlan, copyPlan, type Plan } from '../plan/plan';
import type { GraphTiming } from '../timing/graph-timing';
import type { Search } from './trials';

/** How many late jobs are looked at for one move. */
const PATHS = 4;

/**
 * Tabu search along critical paths: always the best-estimated move that is not forbidden, even when it costs more.
 * @see F. Glover: Tabu search (1989)
 * @see E. Nowicki, C. Smutnicki: A fast taboo search algorithm for the job shop problem (1996)
 */
export class Tabu {
  /** The best plan since the last {@link restart}. */
  readonly best: Plan;
  bestCost = Infinity;
  private readonly tabu: TabuList;
  private readonly moves: BlockMoves;
  private readonly estimate: TailEstimate;
  private readonly tenure: number;
  private readonly ways: LongestWays;

  constructor(
    private readonly search: Search,
    private readonly timing: GraphTiming,
  ) {
    const { model, plan, random } = search;
    this.tabu = new TabuList(model.modes.station.length);
    const Tails = model.jobs.count === 1 ? OneTail : JobTails;
    this.estimate = new Tails(model, plan, timing.graph, random);
    this.moves = new BlockMoves(model, plan, timing.graph, this.estimate, this.tabu, random);
    this.ways = new LongestWays(search, timing);
    this.best = clonePlan(plan);
    this.tenure = 10 + Math.round(chains(search) / Math.max(1, model.stationId.length));
  }

  /** Searches from the present plan until `patience` iterations bring nothing better or the budget ends. */
  run(patience: number): void {
    const { plan, budget, record } = this.search;
    const { timing } = this;
    this.tabu.clear();
    this.estimate.refresh();
    this.bestCost = timing.cost;
    copyPlan(plan, this.best);
    for (let idle = 0; idle < patience; idle++) {
      if ((this.tabu.now & 15) === 0 && budget.ended()) return;
      this.tabu.now++;
      budget.moves++;
      if (!this.step()) return;
      if (timing.cost >= this.bestCost) continue;
      this.bestCost = timing.cost;
      copyPlan(plan, this.best);
      record.offer(plan, timing.cost);
      if (record.cost <= this.search.bound) return;
      idle = 0;
    }
  }

  private step(): boolean {
    const { timing } = this;
    this.estimate.update();
    this.moves.begin(this.bestCost);
    const length = this.paths();
    if (!this.moves.finish()) return false;
    const { op, mode, slot } = this.moves;
    this.forbid(op, mode, slot, length);
    const { previous } = timing.graph.sequences;
    const before = previous[op]!;
    if (timing.make(this.moves)) {
      this.estimate.touch(op);
      this.estimate.touch(before);
      this.estimate.touch(previous[op]!);
    } else this.tabu.forbidMode(mode, this.tenure);
    return true;
  }

  /** Forbids what would take the move back. */
  private forbid(o: number, mode: number, slot: number, length: number): void {
    const { random, plan, model } = this.search;
    const { timing } = this;
    const { op, base, station, slot: slotOf } = timing.graph.sequences;
    let iterations = this.tenure + ((random() * this.tenure) | 0);
    if (!model.features.oneMode) iterations += length >> 2;
    const old = slotOf[o]!;
    const b = base[station[o]!]!;
    if (mode !== plan.mode[o]) this.tabu.forbidMode(plan.mode[o]!, iterations);
    else if (slot > old)
      for (let i = old + 1; i <= slot; i++) this.tabu.forbidOrder(o, op[b + i]!, iterations);
    else for (let i = slot; i < old; i++) this.tabu.forbidOrder(op[b + i]!, o, iterations);
  }

  /** Looks at the moves along what makes some late jobs late; returns the length of the last path. */
  private paths(): number {
    const { ways } = this;
    ways.weigh();
    for (let i = Math.min(PATHS, this.search.model.jobs.count); i > 0; i--) {
      const j = ways.drawJob();
      if (j < 0) break;
      ways.draw(j);
      this.moves.along(ways.path, ways.length);
    }
    return ways.length;
  }
}

/** How many operations have no predecessor: the number of jobs that run side by side. */
function chains({ model }: Search): number {
  const { from } = model.before;
  let count = 0;
  for (let o = 0; o < model.size; o++) if (from[o] === from[o + 1]) count++;
  return count;
}
