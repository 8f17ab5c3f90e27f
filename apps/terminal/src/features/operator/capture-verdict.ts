import { isRefusal, type ProcessLimit, type StepCapture } from '@takt/contracts';
import { decideCheck } from '@takt/production';

/** What an answer comes to: no answer yet, within its limits, or outside: the operation will be put on hold. */
export type Verdict = 'none' | 'within' | 'outside';

/** Judges an answer as core will. */
export function verdictOf(capture: StepCapture, value: string, limits: readonly ProcessLimit[]): Verdict {
  if (value.trim() === '') return 'none';
  const decided = decideCheck({ name: capture.name, kind: capture.kind, value }, limits, capture);
  if (isRefusal(decided)) return 'none';
  return decided.within ? 'within' : 'outside';
}
