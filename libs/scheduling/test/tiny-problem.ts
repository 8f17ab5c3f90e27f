import fc from 'fast-check';
import type { ProblemInput } from '../src/verify';

/** How large and how rich the problems are. */
export interface TinyShape {
  /** Most operations. */
  operations: number;
  /** Seconds of the plan. */
  horizon: number;
  /** Also what makes waiting on purpose pay: earliness, flow, longest waits, moves by the second, changeovers beside people. */
  waiting: boolean;
}

interface DrawnOperation {
  job: number;
  family: number;
  modes: { station: number; run: number; setup: number; people: number }[];
  link: { back: number; min: number; max: number | null } | null;
  interruptible: boolean;
  ready: number;
}

interface Drawn {
  stations: { gaps: [number, number][]; overtime: boolean; freeAt: number; family: number }[];
  matrix: number[][] | null;
  capacity: [number, number, number][] | null;
  jobs: { release: number; due: number | null; weight: number; earliness: number; flow: number }[];
  operations: DrawnOperation[];
  fixed: { start: number; length: number } | null;
  baseline: { station: number; start: number }[];
  price: { changeover: number; overtime: number; moveSecond: number; moveStation: number };
}

const families = ['a', 'b', 'c'];
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const whole = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most });

/** Random problems small enough for an exhaustive search; each uses some of the rules, together they use all. */
export function tinyProblem(shape: TinyShape): fc.Arbitrary<ProblemInput> {
  return fc
    .oneof(drawn(shape, 'changeovers'), drawn(shape, 'people'))
    .map((values) => problemOf(values, shape));
}

function drawn(
  { operations, horizon, waiting }: TinyShape,
  kind: 'changeovers' | 'people',
): fc.Arbitrary<Drawn> {
  const changeovers = waiting || kind === 'changeovers';
  const people = waiting || kind === 'people';
  const zeroUnless = (wanted: boolean, most: number): fc.Arbitrary<number> => whole(0, wanted ? most : 0);
  const gap = fc
    .tuple(whole(2, horizon >> 1), whole(1, 3))
    .map(([at, length]): [number, number] => [at, at + length]);
  return fc.record({
    stations: fc.array(
      fc.record({
        gaps: fc.array(gap, { maxLength: 1 }),
        overtime: fc.boolean(),
        freeAt: fc.oneof(fc.constant(0), whole(0, 3)),
        family: whole(0, 3),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    matrix: changeovers
      ? rarely(
          fc.array(fc.array(whole(0, 3), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        )
      : fc.constant(null),
    capacity: people ? rarely(capacityOf(horizon)) : fc.constant(null),
    jobs: fc.array(
      fc.record({
        release: fc.oneof(fc.constant(0), whole(0, 4)),
        due: fc.option(whole(0, 10), { freq: 9 }),
        weight: fc.oneof(whole(1, 5), fc.constant(0)),
        earliness: zeroUnless(waiting, 2),
        flow: zeroUnless(waiting, 2),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    operations: fc.array(operationOf({ waiting, changeovers }), { minLength: 1, maxLength: operations }),
    fixed: rarely(fc.record({ start: whole(-2, 2), length: whole(0, 5) })),
    baseline: fc.array(fc.record({ station: whole(0, 2), start: whole(0, 12) }), { maxLength: 3 }),
    price: fc.record({
      changeover: whole(0, 2),
      overtime: whole(0, 3),
      moveSecond: zeroUnless(waiting, 2),
      moveStation: whole(0, 5),
    }),
  });
}

function operationOf({
  waiting,
  changeovers,
}: {
  waiting: boolean;
  changeovers: boolean;
}): fc.Arbitrary<DrawnOperation> {
  const mode = fc.record({
    station: whole(0, 2),
    run: fc.oneof({ weight: 9, arbitrary: whole(1, 5) }, { weight: 1, arbitrary: fc.constant(0) }),
    setup: changeovers ? fc.oneof(fc.constant(0), whole(0, 2)) : fc.constant(0),
    people: whole(0, 1),
  });
  return fc.record({
    job: whole(0, 3),
    family: whole(0, 3),
    modes: fc.array(mode, { minLength: 1, maxLength: 2 }),
    link: fc.option(
      fc.record({
        back: whole(1, 3),
        min: fc.oneof(fc.constant(0), whole(0, 3)),
        max: waiting ? rarely(whole(3, 6)) : fc.constant(null),
      }),
      { freq: 3 },
    ),
    interruptible: fc.boolean(),
    ready: fc.oneof(fc.constant(0), whole(0, 4)),
  });
}

/** One or two people, with a break in which nobody is there. */
function capacityOf(horizon: number): fc.Arbitrary<[number, number, number][]> {
  return fc
    .tuple(whole(3, horizon >> 1), whole(0, 2), whole(1, 2), whole(1, 2))
    .map(([pause, length, before, after]) => [
      [0, pause, before],
      [pause + length, horizon, after],
    ]);
}

function problemOf(values: Drawn, { horizon }: TinyShape): ProblemInput {
  const ids = values.stations.map((_, s) => `S${s}`);
  const refs: string[] = [];
  const jobs: ProblemInput['jobs'] = values.jobs.map(({ due, ...job }, j) => ({
    id: `J${j}`,
    ...job,
    ...(due === null ? {} : { due }),
    operations: [],
  }));
  values.operations.forEach((operation, o) => {
    const job = jobs[operation.job % jobs.length];
    job.operations.push(writtenOperation(operation, `O${o}`, { values, ids, refs }));
    refs.push(`${job.id}/O${o}`);
  });
  const used = jobs.filter(({ operations }) => operations.length > 0);
  return {
    version: 1,
    horizon,
    stations: values.stations.map((station, s) => writtenStation(station, ids[s], { values, horizon })),
    changeovers: values.matrix ? { m: { families, seconds: values.matrix } } : {},
    pools: values.capacity ? [{ id: 'people', capacity: values.capacity }] : [],
    jobs: used,
    fixed: fixedOf(values, used),
    baseline: values.baseline.slice(0, refs.length).map(({ station, start }, i) => ({
      op: refs[i],
      station: ids[station % ids.length],
      start,
    })),
    price: values.price,
  };
}

function writtenStation(
  { gaps, overtime, freeAt, family }: Drawn['stations'][number],
  id: string,
  { values, horizon }: { values: Drawn; horizon: number },
): ProblemInput['stations'][number] {
  const [gap] = gaps;
  return {
    id,
    calendar: gap
      ? [
          [0, gap[0]],
          [gap[1], horizon],
        ]
      : [[0, horizon]],
    overtime: gap && overtime ? [gap] : [],
    freeAt,
    ...(values.matrix ? { changeover: 'm', ...(family < 3 ? { family: families[family] } : {}) } : {}),
  };
}

function writtenOperation(
  { family, modes, link, interruptible, ready }: DrawnOperation,
  id: string,
  { values, ids, refs }: { values: Drawn; ids: string[]; refs: string[] },
): ProblemInput['jobs'][number]['operations'][number] {
  const seen = new Set<number>();
  const own = modes.filter(
    ({ station }) => !seen.has(station % ids.length) && seen.add(station % ids.length),
  );
  const before = link ? refs[refs.length - link.back] : undefined;
  return {
    id,
    ...(family < 3 && values.matrix ? { family: families[family] } : {}),
    after:
      link && before !== undefined
        ? [{ op: before, min: link.min, ...(link.max === null ? {} : { max: link.min + link.max }) }]
        : [],
    modes: own.map(({ station, run, setup, people }) => ({
      station: ids[station % ids.length],
      run,
      setup,
      pools: values.capacity && people > 0 ? [['people', people]] : [],
    })),
    interruptible,
    ready,
  };
}

/** The first operation of the file is running or about to. */
function fixedOf({ fixed }: Drawn, jobs: ProblemInput['jobs']): NonNullable<ProblemInput['fixed']> {
  if (!fixed) return [];
  const [job] = jobs;
  const [first] = job.operations;
  const end = Math.max(0, fixed.start + fixed.length);
  return [
    { op: `${job.id}/${first.id}`, station: first.modes[0].station, start: Math.min(fixed.start, end), end },
  ];
}
