import { LONGEST_HORIZON } from '../problem';
import { fileParts, LONGEST_ID, MOST_PEOPLE, type ProblemFile } from './schema';

/** Something is not as the schema wants it. */
class Unlike extends Error {}

type Station = ProblemFile['stations'][number];
type Pool = ProblemFile['pools'][number];
type Matrix = ProblemFile['changeovers'][string];
type Job = ProblemFile['jobs'][number];
type Operation = Job['operations'][number];
type Wait = Operation['after'][number];
type Mode = Operation['modes'][number];
type Fixed = ProblemFile['fixed'][number];
type Baseline = ProblemFile['baseline'][number];
type Price = ProblemFile['price'];

const namesOf = (part: keyof typeof fileParts): ReadonlySet<string> =>
  new Set(Object.keys(fileParts[part].shape));
/** The fields of each object of the file. */
const known = {
  file: namesOf('file'),
  station: namesOf('station'),
  matrix: namesOf('matrix'),
  pool: namesOf('pool'),
  job: namesOf('job'),
  operation: namesOf('operation'),
  wait: namesOf('wait'),
  mode: namesOf('mode'),
  fixed: namesOf('fixed'),
  baseline: namesOf('baseline'),
  price: namesOf('price'),
};

/**
 * Reads a file that has the shape of {@link problemSchema}, with the same result, many times as fast: a large shop must not
 * wait for its first plan.
 * @returns undefined when anything is not as the schema wants it; the schema then says what
 */
export function quickReading(file: unknown): ProblemFile | undefined {
  try {
    return fileOf(file);
  } catch (fault) {
    if (fault instanceof Unlike) return undefined;
    throw fault;
  }
}

function fileOf(value: unknown): ProblemFile {
  const file = fields(value, known.file);
  if (file['version'] !== 1) throw new Unlike();
  return {
    version: 1,
    horizon: whole(file['horizon'], 1, LONGEST_HORIZON),
    stations: list(file['stations'], stationOf),
    changeovers: file['changeovers'] === undefined ? {} : changeoversOf(file['changeovers']),
    pools: listOrNone(file['pools'], poolOf),
    jobs: list(file['jobs'], jobOf),
    fixed: listOrNone(file['fixed'], fixedOf),
    baseline: listOrNone(file['baseline'], baselineOf),
    price: priceOf(file['price'] === undefined ? {} : file['price']),
  };
}

function stationOf(value: unknown): Station {
  const station = fields(value, known.station);
  return {
    id: id(station['id']),
    calendar: list(station['calendar'], intervalOf),
    overtime: listOrNone(station['overtime'], intervalOf),
    changeover: station['changeover'] === undefined ? undefined : id(station['changeover']),
    family: station['family'] === undefined ? undefined : id(station['family']),
    freeAt: seconds(station['freeAt'], 0),
  };
}

/** A table by id; only what is surely a plain object without names of its own kind. */
function changeoversOf(value: unknown): ProblemFile['changeovers'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unlike();
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== null && Object.getPrototypeOf(kind) !== null) throw new Unlike();
  if (Object.getOwnPropertySymbols(value).length > 0) throw new Unlike();
  const matrices: ProblemFile['changeovers'] = {};
  for (const [name, matrix] of Object.entries(value)) {
    if (name === '__proto__' || name === 'constructor') throw new Unlike();
    matrices[id(name)] = matrixOf(matrix);
  }
  return matrices;
}

function matrixOf(value: unknown): Matrix {
  const matrix = fields(value, known.matrix);
  return {
    families: notEmpty(list(matrix['families'], id)),
    seconds: list(matrix['seconds'], (row) => list(row, (entry) => seconds(entry))),
  };
}

function poolOf(value: unknown): Pool {
  const pool = fields(value, known.pool);
  return { id: id(pool['id']), capacity: list(pool['capacity'], capacityOf) };
}

function capacityOf(value: unknown): [number, number, number] {
  const [start, end, people] = tuple(value, 3);
  return [seconds(start), seconds(end), whole(people, 0, MOST_PEOPLE)];
}

function jobOf(value: unknown): Job {
  const job = fields(value, known.job);
  return {
    id: id(job['id']),
    release: seconds(job['release'], 0),
    due: job['due'] === undefined || job['due'] === null ? job['due'] : instant(job['due']),
    weight: weight(job['weight'], 1),
    earliness: weight(job['earliness'], 0),
    flow: weight(job['flow'], 0),
    operations: notEmpty(list(job['operations'], operationOf)),
  };
}

function operationOf(value: unknown): Operation {
  const operation = fields(value, known.operation);
  const { interruptible = false } = operation;
  if (typeof interruptible !== 'boolean') throw new Unlike();
  return {
    id: id(operation['id']),
    family: operation['family'] === undefined ? undefined : id(operation['family']),
    after: listOrNone(operation['after'], waitOf),
    modes: notEmpty(list(operation['modes'], modeOf)),
    interruptible,
    ready: seconds(operation['ready'], 0),
  };
}

function waitOf(value: unknown): Wait {
  const { op, min, max } = fields(value, known.wait);
  return {
    op: id(op),
    min: seconds(min, 0),
    max: max === undefined || max === null ? max : seconds(max),
  };
}

function modeOf(value: unknown): Mode {
  const { station, run, setup, pools } = fields(value, known.mode);
  return {
    station: id(station),
    run: seconds(run),
    setup: seconds(setup, 0),
    pools: listOrNone(pools, needOf),
  };
}

function needOf(value: unknown): [string, number] {
  const [pool, people] = tuple(value, 2);
  return [id(pool), whole(people, 0, MOST_PEOPLE)];
}

function fixedOf(value: unknown): Fixed {
  const { op, station, start, end } = fields(value, known.fixed);
  return { op: id(op), station: id(station), start: instant(start), end: seconds(end) };
}

function baselineOf(value: unknown): Baseline {
  const { op, station, start, stay, within } = fields(value, known.baseline);
  return {
    op: id(op),
    station: id(station),
    start: instant(start),
    stay: weight(stay, 0),
    within: seconds(within, 0),
  };
}

function priceOf(value: unknown): Price {
  const { changeover, overtime, moveSecond, moveStation } = fields(value, known.price);
  return {
    changeover: weight(changeover, 0),
    overtime: weight(overtime, 0),
    moveSecond: weight(moveSecond, 0),
    moveStation: weight(moveStation, 0),
  };
}

function intervalOf(value: unknown): [number, number] {
  const [start, end] = tuple(value, 2);
  return [seconds(start), seconds(end)];
}

/** An object without a field that the schema does not know. */
function fields(value: unknown, names: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unlike();
  for (const name in value) if (!names.has(name)) throw new Unlike();
  return value as Readonly<Record<string, unknown>>;
}

function list<T>(value: unknown, read: (entry: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new Unlike();
  const entries: T[] = [];
  for (let i = 0; i < value.length; i++) entries.push(read(value[i]));
  return entries;
}

function listOrNone<T>(value: unknown, read: (entry: unknown) => T): T[] {
  return value === undefined ? [] : list(value, read);
}

function notEmpty<T>(entries: T[]): T[] {
  if (entries.length === 0) throw new Unlike();
  return entries;
}

function tuple(value: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw new Unlike();
  return value;
}

function id(value: unknown): string {
  if (typeof value !== 'string' || value.length < 1 || value.length > LONGEST_ID) throw new Unlike();
  return value;
}

/** A whole number in [least, most]; where it is absent the fallback, if there is one. */
function whole(value: unknown, least: number, most: number, fallback?: number): number {
  if (value === undefined && fallback !== undefined) return fallback;
  if (!Number.isSafeInteger(value)) throw new Unlike();
  const number = value as number;
  if (number < least || number > most) throw new Unlike();
  return number;
}

function seconds(value: unknown, fallback?: number): number {
  return whole(value, 0, LONGEST_HORIZON, fallback);
}

function instant(value: unknown): number {
  return whole(value, -LONGEST_HORIZON, LONGEST_HORIZON);
}

function weight(value: unknown, fallback: number): number {
  return whole(value, 0, Number.MAX_SAFE_INTEGER, fallback);
}
