import { z } from 'zod';
import { LONGEST_HORIZON } from '../problem';

/** Most characters of an id. */
export const LONGEST_ID = 200;
/** Most people of a pool. */
export const MOST_PEOPLE = 1_000_000;

const id = z.string().min(1).max(LONGEST_ID);
const seconds = z.int().min(0).max(LONGEST_HORIZON);
/** An instant that may lie in the past: an order can be overdue, running work began before now. */
const instant = z.int().min(-LONGEST_HORIZON).max(LONGEST_HORIZON);
const weight = z.int().min(0);
const people = z.int().min(0).max(MOST_PEOPLE);
const interval = z.tuple([seconds, seconds]);

const station = z.strictObject({
  id,
  calendar: z.array(interval),
  overtime: z.array(interval).default([]),
  changeover: id.optional(),
  family: id.optional(),
  freeAt: seconds.default(0),
});

const mode = z.strictObject({
  station: id,
  run: seconds,
  setup: seconds.default(0),
  pools: z.array(z.tuple([id, people])).default([]),
});

const wait = z.strictObject({ op: id, min: seconds.default(0), max: seconds.nullish() });
const matrix = z.strictObject({ families: z.array(id).min(1), seconds: z.array(z.array(seconds)) });
const pool = z.strictObject({ id, capacity: z.array(z.tuple([seconds, seconds, people])) });
const fixed = z.strictObject({ op: id, station: id, start: instant, end: seconds });
const baseline = z.strictObject({
  op: id,
  station: id,
  start: instant,
  stay: weight.default(0),
  within: seconds.default(0),
});
const price = z.strictObject({
  changeover: weight.default(0),
  overtime: weight.default(0),
  moveSecond: weight.default(0),
  moveStation: weight.default(0),
});

const operation = z.strictObject({
  id,
  family: id.optional(),
  after: z.array(wait).default([]),
  modes: z.array(mode).min(1),
  interruptible: z.boolean().default(false),
  ready: seconds.default(0),
});

const job = z.strictObject({
  id,
  release: seconds.default(0),
  due: instant.nullish(),
  weight: weight.default(1),
  earliness: weight.default(0),
  flow: weight.default(0),
  operations: z.array(operation).min(1),
});

const noPrice = { changeover: 0, overtime: 0, moveSecond: 0, moveStation: 0 };

/** The shape of a problem file; references, order of intervals and cycles are checked afterwards. */
export const problemSchema = z.strictObject({
  version: z.literal(1),
  horizon: z.int().min(1).max(LONGEST_HORIZON),
  stations: z.array(station),
  changeovers: z.record(id, matrix).default({}),
  pools: z.array(pool).default([]),
  jobs: z.array(job),
  fixed: z.array(fixed).default([]),
  baseline: z.array(baseline).default([]),
  price: price.default(noPrice),
});

/** A problem file as it is after the shape check. */
export type ProblemFile = z.output<typeof problemSchema>;

/** The objects of a problem file by name. */
export const fileParts = {
  file: problemSchema,
  station,
  matrix,
  pool,
  job,
  operation,
  wait,
  mode,
  fixed,
  baseline,
  price,
};
