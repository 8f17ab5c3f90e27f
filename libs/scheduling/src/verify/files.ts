/**
 * The two files as the verifier reads them: its own reading of the contract, so that a slip in the engine's reading shows.
 * Times and lengths are whole seconds, 0 = now; weights and prices are whole numbers ≥ 0.
 */
import { z } from 'zod';

const seconds = z.int().min(0);
/** May lie in the past: an order can be overdue, a running operation began before now. */
const instant = z.int();
const interval = z.tuple([seconds, seconds]);

const mode = z.object({
  station: z.string(),
  run: seconds,
  setup: seconds.default(0),
  pools: z.array(z.tuple([z.string(), z.int().min(0)])).default([]),
});
const wait = z.object({ op: z.string(), min: seconds.default(0), max: seconds.nullish() });
const operation = z.object({
  id: z.string(),
  family: z.string().nullish(),
  after: z.array(wait).default([]),
  modes: z.array(mode),
  interruptible: z.boolean().default(false),
  ready: seconds.default(0),
});
const job = z.object({
  id: z.string(),
  release: seconds.default(0),
  due: instant.nullish(),
  weight: z.int().min(0).default(1),
  earliness: z.int().min(0).default(0),
  flow: z.int().min(0).default(0),
  operations: z.array(operation),
});
const station = z.object({
  id: z.string(),
  calendar: z.array(interval),
  overtime: z.array(interval).default([]),
  changeover: z.string().nullish(),
  family: z.string().nullish(),
  freeAt: seconds.default(0),
});
const changeover = z.object({ families: z.array(z.string()), seconds: z.array(z.array(seconds)) });
const pool = z.object({ id: z.string(), capacity: z.array(z.tuple([seconds, seconds, z.int().min(0)])) });
const fixed = z.object({ op: z.string(), station: z.string(), start: instant, end: seconds });
const baseline = z.object({ op: z.string(), station: z.string(), start: instant });
const price = z.object({
  changeover: z.int().min(0).default(0),
  overtime: z.int().min(0).default(0),
  moveSecond: z.int().min(0).default(0),
  moveStation: z.int().min(0).default(0),
});

/** The problem file. */
export const problemFile = z.object({
  version: z.literal(1),
  horizon: seconds,
  stations: z.array(station),
  changeovers: z.record(z.string(), changeover).default({}),
  pools: z.array(pool).default([]),
  jobs: z.array(job),
  fixed: z.array(fixed).default([]),
  baseline: z.array(baseline).default([]),
  price: price.default({ changeover: 0, overtime: 0, moveSecond: 0, moveStation: 0 }),
});

const terms = z.object({
  tardiness: z.int(),
  earliness: z.int(),
  flow: z.int(),
  changeover: z.int(),
  overtime: z.int(),
  moves: z.int(),
});
const placement = z.object({
  op: z.string(),
  station: z.string(),
  start: instant,
  runStart: instant,
  end: seconds,
});

const chainLink = z.object({
  op: z.string(),
  station: z.string(),
  runStart: instant,
  kind: z.string(),
  until: instant,
  by: z.string().optional(),
  pool: z.string().optional(),
});

/** The schedule file: what a solver claims. */
export const scheduleFile = z.object({
  score: z.int(),
  terms,
  operations: z.array(placement),
  opened: z.array(z.object({ station: z.string(), interval })).default([]),
  unplaced: z.array(z.object({ op: z.string(), reason: z.string().min(1) })).default([]),
  moved: z.object({ operations: z.int(), stations: z.int(), seconds: z.int(), cost: z.int() }).optional(),
  bound: z.number().nullish(),
  late: z.array(z.object({ job: z.string(), bySeconds: z.int(), chain: z.array(chainLink) })).default([]),
});

/** A problem file with every default filled in. */
export type ProblemFile = z.infer<typeof problemFile>;
/** A problem file as it may be written: defaults left out. */
export type ProblemInput = z.input<typeof problemFile>;
/** A schedule file with every default filled in. */
export type ScheduleFile = z.infer<typeof scheduleFile>;
/** A schedule file as it may be written. */
export type ScheduleInput = z.input<typeof scheduleFile>;
/** One placed operation: changeover in [start, runStart), run in [runStart, end). */
export type Placement = z.infer<typeof placement>;
/** One link of the chain of reasons of a late job. */
export type ChainLink = z.infer<typeof chainLink>;
/** One way to do an operation: station, run and set-up seconds, people it needs. */
export type Mode = z.infer<typeof mode>;
/** One operation of a job. */
export type Operation = z.infer<typeof operation>;
/** One job (work order). */
export type Job = z.infer<typeof job>;
/** One station. */
export type Station = z.infer<typeof station>;
/** Names of the score terms. */
export type Term = keyof ScheduleFile['terms'];
