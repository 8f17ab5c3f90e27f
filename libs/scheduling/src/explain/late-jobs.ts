import type { Model } from '../model/model';
import { byId, byText } from '../model/order';
import { operationKey } from '../problem';
import type { LateJob, PlacedOperation, Schedule } from '../schedule';
import { spanOf } from '../score/placed-job';
import { Explainer } from './explainer';

/** Links of all chains together stay below this: a big plan that is late everywhere has shorter chains. */
const MOST_LINKS = 100_000;
const LONGEST_CHAIN = 200;

/**
 * Jobs that are placed as a whole and end after their due date, by id, each with the chain of reasons from its last
 * operation backwards. A job whose last operation is fixed has the one link `fixed`.
 */
export function lateJobs(model: Model, schedule: Pick<Schedule, 'operations' | 'opened'>): LateJob[] {
  const placed = new Map(schedule.operations.map((operation) => [operation.op, operation]));
  const late = [...model.problem.jobs].sort(byId).flatMap((job) => {
    const span = spanOf(job, placed);
    if (!span || job.due === undefined || span.end <= job.due) return [];
    const last = job.operations
      .map(({ id }) => placed.get(operationKey(job.id, id))!)
      .filter(({ end }) => end === span.end)
      .reduce((a, b) => (byText(b.op, a.op) < 0 ? b : a));
    return [{ job: job.id, bySeconds: span.end - job.due, last }];
  });
  if (!late.length) return [];
  const explainer = new Explainer(model, schedule);
  const longest = Math.max(5, Math.min(LONGEST_CHAIN, Math.floor(MOST_LINKS / late.length)));
  return late.map(({ job, bySeconds, last }) => {
    const chain = explainer.chain(last.op, longest);
    return { job, bySeconds, chain: chain.length ? chain : [fixedLink(last)] };
  });
}

function fixedLink({ op, station, runStart }: PlacedOperation): LateJob['chain'][number] {
  return { op, station, runStart, kind: 'fixed', until: runStart };
}
