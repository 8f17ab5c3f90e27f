import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { Plan } from '../plan/plan';

/** The instants that a cost depends on; end NEVER: not placed. */
export interface Instants {
  readonly runStart: Int32Array;
  readonly end: Int32Array;
  readonly changeover: Int32Array;
}

/**
 * The score of a plan with known times, and the parts of it that a search adds up while it goes. An operation that is not
 * placed costs more than every possible score.
 */
export class Cost {
  /** Price of an operation that is not placed. */
  readonly missing: number;

  constructor(private readonly model: Model) {
    this.missing = missingPrice(model);
  }

  /** The whole cost: exact as long as everything is placed. */
  total(plan: Plan, times: Instants): number {
    let sum = this.operations(plan, times) + this.opened(plan);
    for (let j = 0; j < this.model.jobs.count; j++) sum += this.job(j, times);
    return sum;
  }

  /** Tardiness, earliness and flow of job j. */
  job(j: number, { end, runStart }: Instants): number {
    const { jobs } = this.model;
    let last = jobs.fixedEnd[j]!;
    for (let i = jobs.sinkFrom[j]!; i < jobs.sinkFrom[j + 1]!; i++)
      last = Math.max(last, end[jobs.sink[i]!]!);
    const late = last - jobs.due[j]!;
    const cost = late > 0 ? jobs.weight[j]! * late : jobs.earliness[j] ? jobs.earliness[j]! * -late : 0;
    if (!jobs.flow[j]) return cost;
    let first = jobs.fixedStart[j]!;
    for (let i = jobs.sourceFrom[j]!; i < jobs.sourceFrom[j + 1]!; i++) {
      first = Math.min(first, runStart[jobs.source[i]!]!);
    }
    return first === UNLIMITED ? cost : cost + jobs.flow[j]! * (last - first);
  }

  /** Changeovers, moves against the baseline, and missing operations. */
  operations(plan: Plan, times: Instants): number {
    const { changeoverPrice, size } = this.model;
    let seconds = 0;
    let missing = 0;
    for (let o = 0; o < size; o++) {
      if (times.end[o] === NEVER) missing++;
      else seconds += times.changeover[o]!;
    }
    return seconds * changeoverPrice + missing * this.missing + this.moves(plan, times);
  }

  /** Price of leaving the baseline. */
  moves(plan: Plan, times: Instants): number {
    const { baseline, size } = this.model;
    if (!baseline.moveSecond && !baseline.moveStation) return 0;
    let sum = 0;
    for (let o = 0; o < size; o++) sum += this.move(o, plan.mode[o]!, times.runStart[o]!);
    return sum;
  }

  /** Price of leaving the baseline for one operation. */
  move(o: number, mode: number, runStart: number): number {
    const { baseline, modes } = this.model;
    if (baseline.start[o] === UNLIMITED || runStart === NEVER) return 0;
    const other = modes.station[mode] !== baseline.station[o] ? baseline.moveStation : 0;
    return other + baseline.moveSecond * Math.abs(runStart - baseline.start[o]!);
  }

  /** Price of the opened overtime. */
  opened({ opened }: Plan): number {
    const { overtime, overtimePrice } = this.model;
    let seconds = 0;
    for (let i = 0; i < opened.length; i++) if (opened[i]) seconds += overtime.end[i]! - overtime.start[i]!;
    return seconds * overtimePrice;
  }
}

/** More than any score of the model: the sum of every weight times the whole span of time. */
function missingPrice({
  jobs,
  horizon,
  baseline,
  size,
  stationId,
  changeoverPrice,
  overtimePrice,
}: Model): number {
  let weights = baseline.moveSecond * size + (changeoverPrice + overtimePrice) * stationId.length;
  for (let j = 0; j < jobs.count; j++) weights += jobs.weight[j]! + jobs.earliness[j]! + jobs.flow[j]!;
  const stays = baseline.stay.reduce((sum, stay) => sum + stay, 0);
  return 1 + weights * horizon + baseline.moveStation * size + stays;
}
