import { type Model, UNLIMITED } from '../model/model';
import type { Heads } from './heads';

/** What a job must have done on one station. */
interface Task {
  readonly head: number;
  readonly due: number;
  left: number;
}

/**
 * Least weighted tardiness of the jobs that need station k: with pauses allowed and the shortest rest first, the i-th end is
 * as early as it can be; the i-th due date and the lowest weight go with it.
 * @see Y.-D. Kim: Minimizing total tardiness in permutation flowshops (1995)
 */
export function stationTardiness(model: Model, heads: Heads, k: number): number {
  const { jobs } = model;
  const tasks = new Map<number, Task>();
  let weight = Infinity;
  for (let o = 0; o < model.size; o++) {
    const from = model.modes.from[o]!;
    if (model.modes.from[o + 1]! - from !== 1 || model.modes.station[from] !== k) continue;
    const j = model.job[o]!;
    if (jobs.due[j] === UNLIMITED || jobs.weight[j] === 0) continue;
    weight = Math.min(weight, jobs.weight[j]!);
    const task = tasks.get(j);
    const due = jobs.due[j]! - heads.tail[o]!;
    tasks.set(j, {
      head: Math.min(task?.head ?? Infinity, heads.start[o]!),
      due: Math.max(task?.due ?? -Infinity, due),
      left: (task?.left ?? 0) + heads.run[o]!,
    });
  }
  if (tasks.size < 2) return 0;
  const due = [...tasks.values()].map((task) => task.due).sort((a, b) => a - b);
  return shortestRestFirst([...tasks.values()]).reduce(
    (sum, end, i) => sum + weight * Math.max(0, end - due[i]!),
    0,
  );
}

/** Ends, in order, when always the task with the least work left runs. */
function shortestRestFirst(tasks: readonly Task[]): number[] {
  const coming = [...tasks].sort((a, b) => a.head - b.head);
  const waiting: Task[] = [];
  const ends: number[] = [];
  let now = 0;
  let next = 0;
  while (ends.length < tasks.length) {
    if (!waiting.length) now = Math.max(now, coming[next]!.head);
    while (next < coming.length && coming[next]!.head <= now) waiting.push(coming[next++]!);
    const task = waiting.reduce((a, b) => (b.left < a.left ? b : a));
    const until = next < coming.length ? coming[next]!.head - now : Infinity;
    const spent = Math.min(task.left, until);
    now += spent;
    task.left -= spent;
    if (task.left > 0) continue;
    ends.push(now);
    waiting.splice(waiting.indexOf(task), 1);
  }
  return ends;
}
