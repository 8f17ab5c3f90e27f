import type { z } from 'zod';
import { claims, total } from './claims';
import { gather } from './evidence';
import { problemFile, scheduleFile } from './files';
import { assignment } from './rules/assignment';
import { fixedWork } from './rules/fixed-work';
import { horizon, overtime } from './rules/limits';
import { occupation } from './rules/occupation';
import { pools } from './rules/pools';
import { presence } from './rules/presence';
import { waits } from './rules/waits';
import { recomputeTerms, type Terms } from './terms';
import { violation, type Violation } from './violation';

/** What the verifier found. Without violations the schedule is valid and its score is `score`. */
export interface Verdict {
  violations: Violation[];
  /** Recomputed terms; absent when a file could not be read. */
  terms?: Terms;
  /** Recomputed score; absent when a file could not be read. */
  score?: bigint;
  /** Placed and unplaced operations. */
  placed: number;
  unplaced: number;
}

const rules = [presence, assignment, fixedWork, occupation, waits, pools, horizon, overtime];

/**
 * Checks a schedule against its problem: every hard rule, and every term of the score recomputed. Shares no code with the
 * engine, so that both must be wrong in the same way before a wrong plan passes.
 *
 * @param problem the parsed problem file, not yet checked
 * @param schedule the parsed schedule file, not yet checked
 * @returns the verdict; a file of the wrong shape is a violation of the rule `file` with path and value
 */
export function verify(problem: unknown, schedule: unknown): Verdict {
  const given = problemFile.safeParse(problem);
  const claimed = scheduleFile.safeParse(schedule);
  if (!given.success || !claimed.success) {
    const violations = [...faults('problem', given), ...faults('schedule', claimed)];
    return { violations, placed: 0, unplaced: 0 };
  }
  const evidence = gather(given.data, claimed.data);
  const terms = recomputeTerms(evidence);
  const violations = [...rules.flatMap((rule) => rule(evidence)), ...claims(evidence, terms)];
  const { placed, unplaced } = evidence;
  return { violations, terms, score: total(terms), placed: placed.size, unplaced: unplaced.size };
}

function faults(file: string, parsed: z.ZodSafeParseResult<unknown>): Violation[] {
  return (parsed.error?.issues ?? []).map(({ path, message }) => {
    const at = path.reduce<string>(
      (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
      file,
    );
    return violation('file', at, `${message}. Maybe the two files are swapped or of another version?`);
  });
}
