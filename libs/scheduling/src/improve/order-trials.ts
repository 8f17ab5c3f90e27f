import type { StationTime } from '../model/station-time';
import { Change } from '../moves/change';
import { OrderMoves } from '../moves/order-moves';
import { SuffixTiming } from '../timing/suffix-timing';
import type { Search, Trials } from './trials';

/** Moves are drawn without an estimate: most cost much, and only a cold search gets rid of them. */
const COLDEST = 0.004;
const WARMEST = 0.03;
/** Up to so many operations the whole plan can be turned over. */
const SMALL = 50;
/** A search of so many moves for each operation could bear the full temperature. */
const ENOUGH = 4000;

/** Trials on a plan whose times come from placing units in order: knows every rule. */
export class OrderTrials implements Trials {
  private readonly timing: SuffixTiming;
  private readonly change: Change;
  private readonly moves: OrderMoves;

  private readonly repair: boolean;
  private readonly small: boolean;

  constructor({ model, plan, random, stay }: Search, time: StationTime) {
    this.repair = stay > 0;
    this.small = model.size <= SMALL;
    this.timing = new SuffixTiming(model, { time, plan, stay });
    this.change = new Change(model, plan);
    const { times } = this.timing;
    this.moves = new OrderMoves(model, plan, { times, change: this.change, random, repair: this.repair });
  }

  get cost(): number {
    return this.timing.cost;
  }

  get score(): number {
    return this.timing.score;
  }

  heat(movesPerOperation: number): number {
    if (this.repair) return COLDEST;
    return this.small ? 1 : Math.min(WARMEST, Math.max(COLDEST, movesPerOperation / ENOUGH));
  }

  propose(): boolean {
    return this.moves.next();
  }

  attempt(limit: number): boolean {
    const { change, timing } = this;
    const first = change.firstPosition(timing.times.end);
    change.swap();
    if (timing.retime(first, limit, change.movedUnit)) {
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
