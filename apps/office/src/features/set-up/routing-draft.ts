import type { RoutingOperation } from '@takt/contracts';
import { plainSteps } from '@takt/production';
import { draftInstruction, instructionOf, type DraftInstruction } from './instruction-draft';

/** One way to do an operation, as typed. */
export interface DraftWay {
  readonly station: string;
  readonly runSecPerUnit: string;
  readonly setupSec: string;
}

/** An operation of a routing while it is typed. */
export interface DraftStep {
  readonly key: number;
  readonly no: string;
  readonly name: string;
  readonly nameZh: string;
  readonly skill: string;
  readonly crew: string;
  readonly family: string;
  readonly waitMinMin: string;
  readonly interruptible: boolean;
  readonly instruction: string;
  readonly instructionZh: string;
  readonly ways: readonly DraftWay[];
  /** how it is done; a plain text has a step a line */
  readonly steps: readonly DraftInstruction[];
  /** what no field shows */
  readonly beside: Pick<RoutingOperation, 'limits' | 'waitMaxSec'>;
}

function shownSteps({ steps, instruction, instructionZh }: RoutingOperation): RoutingOperation['steps'] {
  return steps.length > 0 ? steps : plainSteps(instruction, instructionZh);
}

/** An operation as its fields show it. */
export function draftStep(step: RoutingOperation, key: number): DraftStep {
  return {
    key,
    no: String(step.no),
    name: step.name,
    nameZh: step.nameZh ?? '',
    skill: step.skill ?? '',
    crew: String(step.crew),
    family: step.family ?? '',
    waitMinMin: String(step.waitMinSec / 60),
    interruptible: step.interruptible,
    instruction: step.instruction,
    instructionZh: step.instructionZh,
    ways: step.stations.map(({ station, runSecPerUnit, setupSec }) => ({
      station,
      runSecPerUnit: String(runSecPerUnit),
      setupSec: String(setupSec),
    })),
    steps: shownSteps(step).map(draftInstruction),
    beside: { limits: step.limits, waitMaxSec: step.waitMaxSec },
  };
}

/** The next operation of a routing: numbered ten on. */
export function blankStep(before: readonly DraftStep[]): DraftStep {
  const last = Math.max(0, ...before.map(({ no }) => Number(no)));
  return {
    key: Math.max(-1, ...before.map(({ key }) => key)) + 1,
    no: String(Math.floor(last / 10) * 10 + 10),
    ...{ name: '', nameZh: '', skill: '', crew: '1', family: '', waitMinMin: '0', interruptible: true },
    ...{ instruction: '', instructionZh: '' },
    ways: [{ station: '', runSecPerUnit: '', setupSec: '0' }],
    steps: [],
    beside: { limits: [], waitMaxSec: null },
  };
}

function stepOf(draft: DraftStep): RoutingOperation | undefined {
  const ways = draft.ways.filter(({ station }) => station !== '');
  const whole =
    Number(draft.no) > 0 &&
    draft.name !== '' &&
    ways.length > 0 &&
    ways.every(({ runSecPerUnit }) => Number(runSecPerUnit) > 0);
  const steps = instructionOf(draft.steps);
  if (!whole || !steps) return undefined;
  return {
    ...draft.beside,
    no: Number(draft.no),
    name: draft.name,
    ...(draft.nameZh !== '' && { nameZh: draft.nameZh }),
    family: draft.family === '' ? null : draft.family,
    skill: draft.skill === '' ? null : draft.skill,
    crew: Number(draft.crew || 0),
    stations: ways.map(({ station, runSecPerUnit, setupSec }) => ({
      station,
      runSecPerUnit: Number(runSecPerUnit),
      setupSec: Number(setupSec || 0),
    })),
    waitMinSec: Math.round(Number(draft.waitMinMin || 0) * 60),
    interruptible: draft.interruptible,
    instruction: draft.instruction,
    instructionZh: draft.instructionZh,
    steps,
  };
}

/**
 * The operations as they are sent, by their numbers.
 * @returns undefined while one of them is not whole, or there is none
 */
export function operationsOf(drafts: readonly DraftStep[]): RoutingOperation[] | undefined {
  const steps = drafts.flatMap((draft) => stepOf(draft) ?? []);
  if (steps.length === 0 || steps.length !== drafts.length) return undefined;
  return steps.sort((a, b) => a.no - b.no);
}
