import Papa from 'papaparse';
import type { Case } from './instance-set';
import type { Measured, NotMeasured } from './measure-process';
import { gapPercent, mean, median } from './statistics';

/** One line of a benchmark table, with the names of the CSV columns. */
export interface Row {
  instance: string;
  best_known?: number;
  /** Score; undefined when the instance was refused or crashed. */
  result?: number;
  /** Of complete plans only. */
  gap_percent?: number;
  first_plan_ms?: number;
  moves_per_s?: number;
  memory_mb?: number;
  lower_bound?: number;
  /** The engine's own lower bound. */
  bound?: number;
  operations?: number;
  unplaced?: number;
  violations?: number;
  solve_ms?: number;
  moves?: number;
  seed: number;
  note: string;
}

/** Columns of the CSV file, in order. */
export const columns: (keyof Row)[] = [
  'instance',
  'best_known',
  'result',
  'gap_percent',
  'first_plan_ms',
  'moves_per_s',
  'memory_mb',
  'lower_bound',
  'bound',
  'operations',
  'unplaced',
  'violations',
  'solve_ms',
  'moves',
  'seed',
  'note',
];

/** The line of one instance. */
export function rowOf(
  { name, bestKnown, lowerBound }: Case,
  measured: Measured | NotMeasured,
  seed: number,
): Row {
  const known = { instance: name, best_known: bestKnown, lower_bound: lowerBound, seed };
  if ('refused' in measured) return { ...known, note: measured.refused };
  const { schedule, violations } = measured;
  const unplaced = schedule.unplaced.length;
  const complete = unplaced === 0 && violations.length === 0;
  return {
    ...known,
    result: schedule.score,
    gap_percent: complete ? rounded(gapPercent(schedule.score, bestKnown), 3) : undefined,
    first_plan_ms: rounded(measured.firstPlanMs, 1),
    moves_per_s: rounded(measured.movesPerSecond, 0),
    memory_mb: rounded(measured.memoryMb, 0),
    bound: schedule.bound ?? undefined,
    operations: schedule.operations.length + unplaced,
    unplaced,
    violations: violations.length,
    solve_ms: rounded(measured.solveMs, 0),
    moves: schedule.moves,
    note: [unplaced > 0 ? `${unplaced} unplaced` : '', ...violations.slice(0, 3)].filter(Boolean).join('; '),
  };
}

function rounded(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits));
}

/** The table as CSV with a head line. */
export function toCsv(rows: readonly Row[]): string {
  return `${Papa.unparse({ fields: columns, data: rows.map((row) => columns.map((column) => row[column] ?? '')) }, { newline: '\n' })}\n`;
}

const shown: [keyof Row, string, number][] = [
  ['best_known', 'best known', 12],
  ['result', 'result', 12],
  ['gap_percent', 'gap %', 9],
  ['first_plan_ms', 'first ms', 10],
  ['moves_per_s', 'moves/s', 11],
  ['memory_mb', 'MB', 6],
];

/** Head of the printed table. */
export function headLine(): string {
  return ['instance'.padEnd(24), ...shown.map(([, title, width]) => title.padStart(width))].join('');
}

/** One printed line. */
export function printedLine(row: Row): string {
  const cells = shown.map(([column, , width]) => String(row[column] ?? '–').padStart(width));
  return `${row.instance.padEnd(24)}${cells.join('')}${row.note ? `  ${row.note}` : ''}`;
}

/** Has the instance been solved by a complete plan that the verifier accepts? */
export function isValid({ result, violations, unplaced }: Row): boolean {
  return result !== undefined && violations === 0 && unplaced === 0;
}

/** The lines below a table: gaps, and how many are at or below the best known value, complete, and refused by the verifier. */
export function summary(rows: readonly Row[]): string[] {
  const gaps = rows.flatMap(({ gap_percent: gap }) => (gap === undefined ? [] : [gap]));
  const comparable = rows.filter(({ best_known: best }) => best !== undefined);
  const reached = comparable.filter(
    (row) => isValid(row) && (row.result ?? Infinity) <= (row.best_known ?? 0),
  );
  const invalid = rows.filter(({ violations }) => (violations ?? 1) > 0).length;
  const lines = [
    `${rows.length} instances, ${rows.filter(isValid).length} complete and verified, ${invalid} not valid or not solved`,
  ];
  if (gaps.length > 0)
    lines.push(
      `gap of ${gaps.length}: mean ${mean(gaps).toFixed(3)} %, median ${median(gaps).toFixed(3)} %, largest ${Math.max(...gaps).toFixed(3)} %`,
    );
  if (comparable.length > 0) lines.push(`best known reached on ${reached.length} of ${comparable.length}`);
  return lines;
}
