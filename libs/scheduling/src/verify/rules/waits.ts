import { fullRef, type Evidence, type Placed } from '../evidence';
import { violation, type Violation } from '../violation';

/**
 * The run begins neither before the job's release and the material's readiness, nor too early or too late after the
 * operations it follows. Fixed work is taken as given.
 */
export function waits({ placed }: Evidence): Violation[] {
  const found: Violation[] = [];
  for (const entry of placed.values()) {
    if (entry.fixed) continue;
    const { ref, job, operation, placement } = entry;
    if (placement.runStart < job.release)
      found.push(violation('release', ref, `runs from ${placement.runStart}, released at ${job.release}`));
    if (placement.runStart < operation.ready)
      found.push(
        violation('release', ref, `runs from ${placement.runStart}, material ready at ${operation.ready}`),
      );
    for (const wait of operation.after) {
      const before = fullRef(job.id, wait.op);
      found.push(...oneWait(entry, before, placed.get(before)?.placement.end, wait));
    }
  }
  return found;
}

function oneWait(
  { ref, placement }: Placed,
  before: string,
  end: number | undefined,
  { min, max }: { min: number; max?: number | null },
): Violation[] {
  if (end === undefined) return [violation('wait', ref, `placed, but ${before}, which it follows, is not`)];
  const gap = placement.runStart - end;
  if (gap < min)
    return [violation('wait', ref, `runs ${gap} s after ${before}, at least ${min} s are needed`)];
  if (max != null && gap > max)
    return [violation('wait', ref, `runs ${gap} s after ${before}, at most ${max} s are allowed`)];
  return [];
}
