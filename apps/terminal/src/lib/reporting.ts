import { newCommandId } from '@takt/ui';
import { endUndo, offerUndo, type Deed } from './deed';
import { enterAndSignal } from './enter-and-signal';
import { keepDeed } from './kept-deed';
import type { MadeParts } from './outbox/correction';
import type { ReportBody } from './outbox/entry';
import { correct, undo } from './outbox/outbox';
import { peopleStore } from './people';
import { runtime } from './runtime';
import type { Step } from './step';

const nothing = (qty: string) => qty === '' || Number(qty) === 0;

/** The instant of a deed: factory time. */
export function deedAt(): string {
  return new Date(runtime.clock.now()).toISOString();
}

function madeOf({ made, reading }: Step): MadeParts {
  return {
    ...(made && !nothing(made.good) && { good: made.good }),
    ...(made && !nothing(made.scrap) && { scrap: made.scrap, scrapReason: made.scrapReason }),
    ...(made && !nothing(made.rework) && { rework: made.rework }),
    ...(made?.lot !== undefined && { lot: made.lot }),
    ...(reading && { reading }),
  };
}

function bodyOf(step: Step, commandId: string): ReportBody {
  const { operation, station, type, pauseReason } = step;
  const workers = peopleStore.getState().people.map(({ worker }) => worker);
  return {
    commandId,
    operation: operation.id,
    type,
    station,
    workers,
    at: deedAt(),
    ...(pauseReason !== undefined && { pauseReason }),
    ...madeOf(step),
  };
}

/** What undoes a step, beside taking its report back: pauses are history, so going on is a step of its own. */
async function takeBack(step: Step, commandId: string): Promise<void> {
  const { operation, type } = step;
  if (type === 'pause') return void (await report({ ...step, type: 'resume' }, false));
  if (type === 'resume') return void (await report({ ...step, type: 'pause' }, false));
  const reached = await undo(commandId, operation.id);
  if (type === 'complete' && reached === 'reversed' && operation.status === 'running')
    await report({ ...step, type: 'resume' }, false);
}

async function report(step: Step, undoable: boolean): Promise<void> {
  const { made: _, reading: __, ...rest } = step;
  const what = undoable ? step : rest;
  const commandId = newCommandId();
  if (undoable) keepDeed({ id: commandId, step, doneMs: Date.now() });
  const stage = await enterAndSignal(() => ({ kind: 'report', body: bodyOf(what, commandId) }), commandId);
  if (undoable && (stage === 'done' || stage === 'queued')) offerUndo({ id: commandId, step });
}

/** Reports a step, and offers to undo it for ten seconds; not when core has refused it. A refused report is put right in its place. */
export async function reportStep(step: Step): Promise<void> {
  const { corrects } = step;
  if (corrects === undefined) await report(step, true);
  else await correct(corrects, madeOf(step));
}

/** Undoes what was just done. */
export function undoDeed({ id, step }: Deed): void {
  endUndo();
  void takeBack(step, id);
}
