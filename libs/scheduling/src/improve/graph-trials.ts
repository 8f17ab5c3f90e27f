import type { StationTime } from '../model/station-time';
import { Proposals } from '../moves/proposal';
import { Response } from '../moves/response';
import { GraphTiming } from '../timing/graph-timing';
import { meanRun } from './scale';
import type { Search, Trials } from './trials';

/** Trials on the graph of waits and station sequences, for problems in which neither people nor longest waits bind. */
export class GraphTrials implements Trials {
  readonly timing: GraphTiming;
  private readonly response: Response;
  private readonly proposals: Proposals;

  constructor({ model, plan, random }: Search, time: StationTime) {
    this.timing = new GraphTiming(model, time, plan);
    this.response = new Response(model, this.timing, meanRun(model));
    this.proposals = new Proposals(model, plan, this.timing.graph, this.response, random);
  }

  get cost(): number {
    return this.timing.cost;
  }

  get score(): number {
    return this.timing.cost;
  }

  /** Estimates choose the moves: a high temperature does no harm. */
  heat(): number {
    return 1;
  }

  propose(temperature: number): boolean {
    this.response.ceiling = 20 * temperature;
    const found = this.proposals.next(temperature);
    if (!found) this.proposals.renew();
    return found;
  }

  attempt(limit: number): boolean {
    if (!this.timing.tryMove(this.proposals, limit, this.proposals.saving)) return false;
    this.proposals.renew();
    this.response.tick();
    return true;
  }

  reload(): void {
    this.timing.load();
    this.proposals.renew();
  }
}
