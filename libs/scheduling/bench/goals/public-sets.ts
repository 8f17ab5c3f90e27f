import { join } from 'node:path';
import { Refusal } from '../../cli/command';
import { openSet, type Case } from '../instance-set';
import { runCases } from '../run-cases';
import { isValid, type Row } from '../row';
import { mean, median } from '../statistics';
import type { Goal, GoalSettings } from './goal';

const small = (prefix: string, names: string): string[] => names.split(' ').map((name) => prefix + name);
const hurink = ['edata', 'rdata', 'vdata'].flatMap((kind) =>
  small(`hurink_${kind}_`, 'la17 la21 la25 la29 la39 abz7'),
);
const brandimarte = small('brandimarte_mk', '01 03 05 07 09 11 13 15');

/** Public instances composed as the 64: Brandimarte 8, Dauzère-Paulli 6, Behnke 12, Hurink 18, job shop 13. */
const mixed: Record<string, string[]> = {
  'fjsp-makespan': [
    ...brandimarte,
    ...small('dauzere_', '01a 05a 07a 11a 13a 17a'),
    ...small(
      'behnke_',
      'sm01_1 sm02_2 sm03_3 sm04_4 med01_1 med02_2 med03_3 med04_4 lar01_1 lar02_2 lar03_3 lar04_4',
    ),
    ...hurink,
  ],
  'jsp-makespan': small('', 'ft10 la21 la29 la39 abz7 abz9 swv01 swv07 yn1 ta01js ta21js ta31js ta41js'),
};

function casesOf(sets: Record<string, string[] | undefined>, { data, limit }: GoalSettings): Case[] {
  if (data === undefined)
    throw new Refusal('--data is missing. Maybe --data DIR, the folder with the sets of instances?');
  return Object.entries(sets).flatMap(([set, names]) => {
    const cases = openSet(join(data, set));
    const named = names ? cases.filter(({ name }) => names.includes(name)) : cases;
    if (names && named.length < names.length)
      throw new Refusal(
        `${set} lacks ${names.length - named.length} of ${names.length} instances. Maybe the data is of another version?`,
      );
    return named.slice(0, limit);
  });
}

function gaps(rows: readonly Row[]): string {
  const values = rows.flatMap(({ gap_percent: gap }) => (gap === undefined ? [] : [gap]));
  return `mean gap ${mean(values).toFixed(2)} %, median ${median(values).toFixed(2)} % (${values.length} instances)`;
}

/** Goals on sets with published values. */
export const publicGoals: Record<string, Goal> = {
  mixed: {
    title: 'mixed makespan instances, flexible and not',
    aim: 'mean gap ≤ 1.2 % in 1 s, ≤ 0.6 % in 10 s',
    run: async (settings, bench) => {
      const rows = await runCases(casesOf(mixed, settings), settings, bench);
      return { rows, finding: gaps(rows) };
    },
  },
  brandimarte: {
    title: 'Brandimarte',
    aim: 'mean gap ≤ 0.6 % in 1 s, ≤ 0.3 % in 10 s',
    run: async (settings, bench) => {
      const rows = await runCases(casesOf({ 'fjsp-makespan': brandimarte }, settings), settings, bench);
      return { rows, finding: gaps(rows) };
    },
  },
  'singer-pinedo': {
    title: 'Singer–Pinedo weighted tardiness',
    aim: 'best known on ≥ 24 of 33 in 1 s, ≥ 30 in 10 s',
    run: async (settings, bench) => {
      const rows = await runCases(
        casesOf({ 'jsp-weighted-tardiness': undefined }, settings),
        settings,
        bench,
      );
      const reached = rows.filter(
        (row) => isValid(row) && (row.result ?? Infinity) <= (row.best_known ?? -1),
      );
      const sum = (column: 'result' | 'best_known'): number =>
        rows.reduce((total, row) => total + (row[column] ?? 0), 0);
      return {
        rows,
        finding: `best known on ${reached.length} of ${rows.length}; sum ${sum('result')} to ${sum('best_known')}`,
      };
    },
  },
};
