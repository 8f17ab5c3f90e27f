/**
 * `npm run bench:schedule -- --set DIR --seconds N --seed S --out F.csv`: solves every instance of a set, verifies every result
 * and compares it with the best known value. `--goal NAME` measures one row of the table of goals instead. Exit code 1 = a
 * result is not valid, 2 = refused.
 */
import { writeFileSync } from 'node:fs';
import { commandLine, numberOption, Refusal, runAsMain, type Command } from '../cli/command';
import { numberFormats, type NumberFormat } from './formats/detect';
import type { GoalSettings } from './goals/goal';
import { goals } from './goals/goals';
import { openSet, type Case } from './instance-set';
import { measureInProcess, type Measure } from './measure';
import { clockNames } from './measure-process';
import { summary, toCsv, type Row } from './row';
import { effortLine, runCases, type Bench, type Effort } from './run-cases';
import { surroundings } from './surroundings';

const usage = `npm run bench:schedule -- --set DIR [--seconds 1] [--seed 1] [--out F.csv] [--moves N] [--clock wall|cpu] [--limit N] [--only a,b] [--format F] [--base DIR]
   or: npm run bench:schedule -- --goal ${Object.keys(goals).join('|')} --data DIR [--seconds 1] [--seed 1] [--out F.csv] [--clock wall|cpu] [--limit N]`;
const options = {
  set: { type: 'string' },
  goal: { type: 'string' },
  data: { type: 'string' },
  seconds: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  moves: { type: 'string' },
  clock: { type: 'string', default: 'wall' },
  limit: { type: 'string' },
  only: { type: 'string' },
  format: { type: 'string' },
  base: { type: 'string' },
} as const;

/**
 * Runs a set or a goal.
 *
 * @param measure how an instance is solved
 */
export async function benchWith(measure: Measure, [argv, output]: Parameters<Command>): Promise<number> {
  const bench: Bench = { measure, print: (line) => output.result(`${line}\n`) };
  const { values } = commandLine(argv, { usage, files: [], options });
  const effort = effortOf(values);
  const limit = values.limit === undefined ? undefined : numberOption('limit', values.limit, [1, 100_000]);
  const rows =
    values.goal === undefined
      ? await benchSet(values, { ...effort, limit }, bench)
      : await benchGoal(
          values.goal,
          { ...effort, data: values.data, seconds: effort.seconds ?? 1, limit },
          bench,
        );
  if (values.out !== undefined) writeFileSync(values.out, toCsv(rows));
  return rows.every(({ violations }) => violations === 0) ? 0 : 1;
}

interface SetValues {
  set?: string;
  only?: string;
  format?: string;
  base?: string;
}

async function benchSet(
  { set, only, format, base }: SetValues,
  { limit, ...effort }: Effort & { limit?: number },
  bench: Bench,
): Promise<Row[]> {
  if (set === undefined) throw new Refusal(`--set or --goal is missing\nusage: ${usage}`);
  const names = only?.split(',');
  const wanted = ({ name }: Case): boolean => names?.includes(name) ?? true;
  const cases = openSet(set, { format: formatOf(format), base }).filter(wanted);
  const rows = await runCases(cases.slice(0, limit), effort, bench);
  for (const line of [...summary(rows), `${effortLine(effort)}; ${surroundings()}`]) bench.print(line);
  return rows;
}

async function benchGoal(name: string, settings: GoalSettings, bench: Bench): Promise<Row[]> {
  if (!Object.hasOwn(goals, name))
    throw new Refusal(`--goal ${name}: unknown. Maybe ${Object.keys(goals).join(', ')}?`);
  const { title, aim, run } = goals[name];
  const { finding, rows, effort = effortLine(settings) } = await run(settings, bench);
  const invalid = rows.filter(({ violations }) => violations !== 0).length;
  bench.print(title);
  bench.print(`aim:   ${aim}`);
  bench.print(`found: ${finding}`);
  bench.print(`${rows.length} results verified, ${invalid} not valid`);
  bench.print(`${effort}; ${surroundings()}`);
  return rows;
}

function effortOf(values: { seconds: string; moves?: string; seed: string; clock: string }): Effort {
  const seed = numberOption('seed', values.seed, [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
  const clock = clockNames.find((name) => name === values.clock);
  if (!clock) throw new Refusal(`--clock ${values.clock}: unknown. Maybe ${clockNames.join(' or ')}?`);
  if (values.moves === undefined)
    return { seconds: numberOption('seconds', values.seconds, [0, 86_400], false), seed, clock };
  return { moves: numberOption('moves', values.moves, [0, Number.MAX_SAFE_INTEGER]), seed, clock };
}

function formatOf(format: string | undefined): NumberFormat | undefined {
  if (format === undefined || Object.hasOwn(numberFormats, format)) return format as NumberFormat | undefined;
  throw new Refusal(`--format ${format}: unknown. Maybe ${Object.keys(numberFormats).join(', ')}?`);
}

runAsMain(__filename, (...called) => benchWith(measureInProcess, called));
