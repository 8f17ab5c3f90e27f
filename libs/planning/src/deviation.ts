import type { PlanEntry } from './facts';

/** How an operation goes, against the plan. Instants are epoch ms. */
export interface Progress {
  readonly operation: string;
  readonly status: 'waiting' | 'ready' | 'running' | 'paused' | 'held' | 'done' | 'cancelled';
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** when it will be done if it goes on like this; null when it does not run */
  readonly predictedEndAt: number | null;
}

/** An operation that is off its plan beyond the tolerance. */
export interface Deviation {
  readonly operation: string;
  readonly station: string;
  readonly kind: 'not-started' | 'overrun' | 'ahead';
  /** by how much, in seconds */
  readonly bySec: number;
}

function deviationOf(
  entry: PlanEntry,
  progress: Progress,
  now: number,
  toleranceMs: number,
): Deviation | null {
  const off = (kind: Deviation['kind'], ms: number): Deviation | null =>
    ms > toleranceMs
      ? { operation: entry.operation, station: entry.station, kind, bySec: Math.round(ms / 1000) }
      : null;
  if (progress.status === 'waiting' || progress.status === 'ready')
    return off('not-started', now - entry.runStartAt);
  if (progress.status === 'running') {
    const end = Math.max(progress.predictedEndAt ?? now, now);
    return off('overrun', end - entry.endAt) ?? off('ahead', entry.endAt - end);
  }
  if (progress.status === 'done' && progress.endedAt !== null)
    return off('ahead', entry.endAt - progress.endedAt);
  return null;
}

/**
 * What is off the published plan beyond the tolerance: not started in time, running longer than planned, or so much ahead
 * that the plan has a hole. The largest first.
 */
export function deviationsOf(
  published: readonly PlanEntry[],
  progress: ReadonlyMap<string, Progress>,
  now: number,
  toleranceSec: number,
): Deviation[] {
  return published
    .flatMap((entry) => {
      const known = progress.get(entry.operation);
      const deviation = known ? deviationOf(entry, known, now, toleranceSec * 1000) : null;
      return deviation ? [deviation] : [];
    })
    .sort((a, b) => b.bySec - a.bySec || (a.operation < b.operation ? -1 : 1));
}
