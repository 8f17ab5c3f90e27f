import type { Fault } from './fault';

/** Faults of a list of intervals [start, end, …]: each must not be empty, the list sorted and without overlap. */
export function intervalFaults(path: string, intervals: readonly (readonly number[])[]): Fault[] {
  const faults: Fault[] = [];
  intervals.forEach((interval, i) => {
    const [start, end] = interval as [number, number];
    const before = intervals[i - 1] as [number, number] | undefined;
    if (start >= end) {
      faults.push({
        code: 'interval_order',
        path: `${path}[${i}]`,
        value: interval,
        message: `[${start}, ${end}] does not end after it starts`,
        hint: 'Maybe start and end are exchanged.',
      });
    } else if (before && before[1] > start) {
      const unsorted = before[0] > start;
      faults.push({
        code: unsorted ? 'interval_order' : 'interval_overlap',
        path: `${path}[${i}]`,
        value: interval,
        message: `[${start}, ${end}] ${unsorted ? 'comes before' : 'overlaps'} [${before[0]}, ${before[1]}]`,
        hint: unsorted ? 'Maybe sort the intervals by start.' : 'Maybe merge the two intervals.',
      });
    }
  });
  return faults;
}
