import { operationKey, type Problem } from '../problem';
import type { Fault } from './fault';
import { type Names, operationPath } from './names';

/** The fault of an operation that would have to end before it starts, with the operations of one cycle; none when the precedence is in order. */
export function cycleFaults(jobs: Problem['jobs'], operations: Names['operations']): Fault[] {
  const before: number[][] = [];
  let forward = true;
  for (const job of jobs)
    for (const { after } of job.operations) {
      const list = after.map(({ op }) => operations.get(op)!.number);
      for (const number of list) if (number >= before.length) forward = false;
      before.push(list);
    }
  const cycle = forward ? undefined : findCycle(before);
  if (!cycle) return [];
  const all = jobs.flatMap(({ id, operations: steps }, job) =>
    steps.map((step, place) => ({ key: operationKey(id, step.id), path: operationPath({ job, place }) })),
  );
  const names = cycle.map((o) => all[o]!.key);
  return [
    {
      code: 'cycle',
      path: `${all[cycle[0]!]!.path}.after`,
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
