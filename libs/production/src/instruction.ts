import type { InstructionStep, StepCapture } from '@takt/contracts';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/**
 * A plain text as steps: a line each. A line of one language stands with the line of the same place of the other.
 * @param text in the plant's own language
 * @param textZh in Chinese
 */
export function plainSteps(text: string, textZh: string): InstructionStep[] {
  const [lines, linesZh] = [linesOf(text), linesOf(textZh)];
  return Array.from({ length: Math.max(lines.length, linesZh.length) }, (_, at) => ({
    text: lines[at] ?? '',
    textZh: linesZh[at] ?? '',
    media: null,
    capture: null,
  }));
}

/** What the step of a number, counted from 1, asks for; null: nothing, or there is no such step. */
export function captureAt(steps: readonly InstructionStep[], no: number | undefined): StepCapture | null {
  return no === undefined ? null : (steps[no - 1]?.capture ?? null);
}
