import type { StationTime } from '../model/station-time';
import { Change } from '../moves/change';
import { OrderMoves } from '../moves/order-moves';
import { SuffixTiming } from '../timing/suffix-timing';
import type { Search, Trials } from './trials';

/** Trials on a plan whose times come from placing units in order: knows every rule. */
export class OrderTrials implements Trials {
  private readonly timing: SuffixTiming;
  private readonly change: Change;
  private readonly moves: OrderMoves;

  constructor({ model, plan, random }: Search, time: StationTime) {
    this.timing = new SuffixTiming(model, time, plan);
    this.change = new Change(model, plan);
    this.moves = new OrderMoves(model, plan, this.timing.times, this.change, random);
  }

  get cost(): number {
    return this.timing.cost;
  }

  propose(): boolean {
    return this.moves.next();
  }

  attempt(limit: number): boolean {
    const { change, timing } = this;
    const first = change.firstPosition(timing.times.end);
    change.swap();
    if (timing.retime(first, limit)) {
      this.moves.renew();
      return true;
    }
    change.swap();
    return false;
  }

  reload(): void {
    this.timing.load();
    this.moves.renew();
  }
}
