import type { Evidence, Placed } from './evidence';
import type { Job, Term } from './files';
import { changeoverNeeded, stationSteps } from './station-sequence';

/** The score's terms, exact for any size of weights. */
export type Terms = Record<Term, bigint>;

/** First run start and last end of a job, in seconds. */
export interface Span {
  job: Job;
  first: number;
  last: number;
}

/** The jobs whose operations are all placed, with their span. A job that is not complete has no date to be judged by. */
export function completeJobs({ problem, placed }: Evidence): Span[] {
  const spans: Span[] = [];
  for (const job of problem.jobs) {
    const entries = job.operations.map(({ id }) => placed.get(`${job.id}/${id}`));
    if (entries.length === 0 || entries.includes(undefined)) continue;
    const times = entries.map((entry) => (entry as Placed).placement);
    const first = times.reduce((least, { runStart }) => Math.min(least, runStart), Infinity);
    const last = times.reduce((most, { end }) => Math.max(most, end), 0);
    spans.push({ job, first, last });
  }
  return spans;
}

/** Recomputes every term of the score from the two files alone. */
export function recomputeTerms(evidence: Evidence): Terms {
  return {
    ...jobTerms(evidence),
    changeover: changeoverTerm(evidence),
    overtime: overtimeTerm(evidence),
    moves: movesTerm(evidence),
  };
}

function jobTerms(evidence: Evidence): Pick<Terms, 'tardiness' | 'earliness' | 'flow'> {
  const sums = { tardiness: 0n, earliness: 0n, flow: 0n };
  for (const { job, first, last } of completeJobs(evidence)) {
    if (job.due != null) {
      sums.tardiness += BigInt(job.weight) * BigInt(Math.max(0, last - job.due));
      sums.earliness += BigInt(job.earliness) * BigInt(Math.max(0, job.due - last));
    }
    sums.flow += BigInt(job.flow) * BigInt(last - first);
  }
  return sums;
}

function changeoverTerm(evidence: Evidence): bigint {
  const seconds = stationSteps(evidence).reduce(
    (sum, step) => sum + BigInt(changeoverNeeded(step, evidence)),
    0n,
  );
  return BigInt(evidence.problem.price.changeover) * seconds;
}

function overtimeTerm({ problem, schedule }: Evidence): bigint {
  const seconds = schedule.opened.reduce((sum, { interval: [start, end] }) => sum + BigInt(end - start), 0n);
  return BigInt(problem.price.overtime) * seconds;
}

function movesTerm(evidence: Evidence): bigint {
  const { moveSecond, moveStation } = evidence.problem.price;
  const { seconds, stations } = leftBaseline(evidence);
  return BigInt(moveSecond) * BigInt(seconds) + BigInt(moveStation) * BigInt(stations);
}

/** Operations that are elsewhere or at another time than the baseline has them, those elsewhere, and the seconds in sum. */
export function leftBaseline({
  problem,
  placed,
}: Evidence): Record<'operations' | 'stations' | 'seconds', number> {
  const moves = problem.baseline.flatMap(({ op, station, start }) => {
    const entry = placed.get(op);
    if (!entry || entry.fixed) return [];
    return [
      { elsewhere: entry.placement.station !== station, by: Math.abs(entry.placement.runStart - start) },
    ];
  });
  return {
    operations: moves.filter(({ elsewhere, by }) => elsewhere || by > 0).length,
    stations: moves.filter(({ elsewhere }) => elsewhere).length,
    seconds: moves.reduce((sum, { by }) => sum + by, 0),
  };
}
