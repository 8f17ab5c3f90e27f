import { giveFeedback, newCommandId } from '@takt/ui';
import { entriesStore } from './outbox/entries';
import type { Command, Stage } from './outbox/entry';
import { enter } from './outbox/outbox';
import { runtime } from './runtime';

/** Core answers within this time when it can be reached, real ms; after it what was entered counts as waiting. */
const ANSWER_MS = 700;

/** What became of something that was entered, as far as it is known by now. */
export type Signalled = Stage | 'lost';

/** What core says to an entry, or `queued` where it says nothing in time. */
function answerTo(commandId: string): Promise<Stage> {
  const stage = () =>
    entriesStore.getState().entries.find((entry) => entry.commandId === commandId)?.stage ?? 'queued';
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(stage());
    };
    const timer = setTimeout(finish, runtime.socket.facts().connected ? ANSWER_MS : 0);
    const stop = entriesStore.subscribe(() => {
      if (stage() !== 'queued') finish();
    });
    if (stage() !== 'queued') finish();
  });
}

/**
 * Enters what somebody did, and gives the sign for it when core has it, or when it is known to wait on this device. Nothing looks done
 * before; what core refuses has its own sign.
 * @param make makes the command from its new id
 * @param commandId id that was given before
 */
export async function enterAndSignal(
  make: (commandId: string) => Command,
  commandId = newCommandId(),
): Promise<Signalled> {
  const entered = await enter(make, commandId);
  if (entered === 'lost') return 'lost';
  const stage = entered === 'sent' ? 'done' : await answerTo(commandId);
  if (stage === 'done' || stage === 'queued') giveFeedback('done', runtime.look.getState().sound);
  return stage;
}
