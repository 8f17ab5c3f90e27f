import { operationKey, type Problem } from '../problem';
import type { Fault } from './fault';

/** The fault of an operation that would have to end before it starts, with the operations of one cycle; none when the precedence is in order. */
export function cycleFaults(jobs: Problem['jobs']): Fault[] {
  const keys: string[] = [];
  const index = new Map<string, number>();
  const paths: string[] = [];
  jobs.forEach((job, j) =>
    job.operations.forEach((op, o) => {
      index.set(operationKey(job.id, op.id), keys.length);
      keys.push(operationKey(job.id, op.id));
      paths.push(`jobs[${j}].operations[${o}].after`);
    }),
  );
  const before = jobs.flatMap((job) =>
    job.operations.map((op) => op.after.map((wait) => index.get(wait.op)!)),
  );
  const cycle = findCycle(before);
  if (!cycle) return [];
  const names = cycle.map((o) => keys[o]!);
  return [
    {
      code: 'cycle',
      path: paths[cycle[0]!]!,
      value: names,
      message: `the operations wait for each other: ${[...names, names[0]].join(' after ')}`,
      hint: 'Maybe one of these waits is the wrong way round.',
    },
  ];
}

/** Nodes of one cycle of the graph "node → nodes before it"; undefined when there is none. Walks without recursion. */
function findCycle(before: readonly (readonly number[])[]): number[] | undefined {
  const state = new Uint8Array(before.length); // 0 new, 1 on the path, 2 done
  for (let root = 0; root < before.length; root++) {
    if (state[root]) continue;
    const path = [root];
    const next = [0];
    state[root] = 1;
    while (path.length) {
      const node = path[path.length - 1]!;
      const child = before[node]![next[next.length - 1]!++];
      if (child === undefined) {
        state[node] = 2;
        path.pop();
        next.pop();
      } else if (state[child] === 1) return path.slice(path.indexOf(child));
      else if (state[child] === 0) {
        state[child] = 1;
        path.push(child);
        next.push(0);
      }
    }
  }
  return undefined;
}
