/** One row of a transition table: who is in one of `from` may take the step and is then in one of `to`. */
export interface Step<Status extends string, Verb extends string> {
  readonly step: Verb;
  readonly from: readonly Status[];
  readonly to: readonly Status[];
}

/** The life of a thing as a table. */
export interface LifeCycle<Status extends string = string, Verb extends string = string> {
  /** what lives: `operation`, `work order` */
  readonly subject: string;
  readonly statuses: readonly Status[];
  /** where it begins */
  readonly initial: readonly Status[];
  readonly steps: readonly Step<Status, Verb>[];
}

/** May a thing in this status take the step? */
export function mayStep<S extends string, V extends string>(
  life: LifeCycle<S, V>,
  from: S,
  step: V,
): boolean {
  return life.steps.some((row) => row.step === step && row.from.includes(from));
}

/** Is there a step from one status to the other? */
export function mayBecome<S extends string>(life: LifeCycle<S>, from: S, to: S): boolean {
  return life.steps.some((row) => row.from.includes(from) && row.to.includes(to));
}

function reachable(life: LifeCycle): Set<string> {
  const found = new Set<string>(life.initial);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const row of life.steps)
      if (row.from.some((from) => found.has(from))) row.to.forEach((to) => found.add(to));
  }
  return found;
}

/**
 * What is wrong with a table, as sentences: statuses that no row knows, that a row misspells, or that nothing reaches; steps
 * listed twice for one status. Empty: sound. Core calls it at start-up for every table and refuses to start otherwise.
 */
export function lifeCycleFaults(life: LifeCycle): string[] {
  const known = new Set(life.statuses);
  const named = [...life.initial, ...life.steps.flatMap((row) => [...row.from, ...row.to])];
  const unknown = [...new Set(named)].filter((status) => !known.has(status));
  const found = reachable(life);
  const unreached = life.statuses.filter((status) => !found.has(status));
  const pairs = life.steps.flatMap((row) => row.from.map((from) => `${row.step} from ${from}`));
  const twice = pairs.filter((pair, i) => pairs.indexOf(pair) !== i);
  return [
    ...unknown.map((status) => `${life.subject}: unknown status ${status}`),
    ...unreached.map((status) => `${life.subject}: nothing reaches ${status}`),
    ...twice.map((pair) => `${life.subject}: ${pair} is listed twice`),
  ];
}
