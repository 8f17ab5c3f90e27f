import { InstructionStep, type CaptureKind, type Media, type StepCapture } from '@takt/contracts';

/** One answer of a choice, as typed. */
export interface DraftChoice {
  readonly name: string;
  readonly nameZh: string;
  readonly good: boolean;
}

/** A step of an instruction while it is typed. */
export interface DraftInstruction {
  readonly key: number;
  readonly text: string;
  readonly textZh: string;
  /** id of what it shows; empty: nothing */
  readonly media: string;
  /** what it asks for; empty: nothing */
  readonly kind: CaptureKind | '';
  readonly name: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly min: string;
  readonly max: string;
  readonly choices: readonly DraftChoice[];
}

/** What a medium is called in a list: its name, and its size in kB. */
export function mediaLabel({ name, bytes }: Pick<Media, 'name' | 'bytes'>): string {
  return `${name} · ${Math.max(1, Math.round(bytes / 1000))} kB`;
}

const limitText = (limit: number | null | undefined): string =>
  limit === null || limit === undefined ? '' : String(limit);

/** A step as its fields show it. */
export function draftInstruction(step: InstructionStep, key: number): DraftInstruction {
  const { text, textZh, media, capture } = step;
  return {
    ...{ key, text, textZh },
    media: media ?? '',
    kind: capture?.kind ?? '',
    name: capture?.name ?? '',
    nameZh: capture?.nameZh ?? '',
    unit: capture?.unit ?? '',
    min: limitText(capture?.min),
    max: limitText(capture?.max),
    choices: (capture?.choices ?? []).map(({ name, nameZh = '', good }) => ({ name, nameZh, good })),
  };
}

/** A new step after those that are there. */
export function blankInstruction(before: readonly DraftInstruction[]): DraftInstruction {
  const key = Math.max(-1, ...before.map((step) => step.key)) + 1;
  return draftInstruction({ text: '', textZh: '', media: null, capture: null }, key);
}

function captureOf(draft: DraftInstruction): StepCapture | null | undefined {
  const { kind, name, nameZh, unit, min, max, choices } = draft;
  if (kind === '') return null;
  const limit = (text: string) => (text.trim() === '' ? null : Number(text.replace(',', '.')));
  const number = kind === 'number';
  const limits = { min: number ? limit(min) : null, max: number ? limit(max) : null };
  if (name.trim() === '' || Number.isNaN(limits.min) || Number.isNaN(limits.max)) return undefined;
  const answers = choices.filter((choice) => choice.name.trim() !== '');
  return {
    name,
    ...(nameZh !== '' && { nameZh }),
    kind,
    unit: number ? unit : '',
    ...limits,
    choices:
      kind !== 'choice'
        ? []
        : answers.map((choice) => ({
            name: choice.name,
            ...(choice.nameZh !== '' && { nameZh: choice.nameZh }),
            good: choice.good,
          })),
  };
}

/**
 * The steps as they are sent, in their order; those without any words, medium or question are left out.
 * @returns undefined while one of them is not whole
 */
export function instructionOf(drafts: readonly DraftInstruction[]): InstructionStep[] | undefined {
  const steps: InstructionStep[] = [];
  for (const draft of drafts) {
    const { text, textZh, media } = draft;
    const capture = captureOf(draft);
    if (capture === undefined) return undefined;
    if (text.trim() === '' && textZh.trim() === '' && media === '' && capture === null) continue;
    const read = InstructionStep.safeParse({ text, textZh, media: media === '' ? null : media, capture });
    if (!read.success) return undefined;
    steps.push(read.data);
  }
  return steps;
}

/** The steps with one of them a place further up (-1) or down (1). */
export function moved<T>(steps: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const next = [...steps];
  const [step] = next.splice(at, 1);
  if (step !== undefined) next.splice(Math.min(Math.max(at + by, 0), next.length), 0, step);
  return next;
}
