import { UNDO_SECONDS } from '@takt/ui';
import { createStore } from 'zustand/vanilla';
import type { Command } from './outbox/entry';
import { keepDeed, keptDeed } from './kept-deed';
import type { Step } from './step';

/** Something that was just done and can be undone. */
export interface Deed {
  /** id of its command */
  readonly id: string;
  readonly step: Step;
  /** when it was done, real ms by the clock of the page, which only goes forward; below 0: before the page was loaded */
  readonly doneAtMs: number;
}

/** What could not be kept. */
export interface Unkept {
  readonly command: Command;
}

/** The last deed while it can be undone, and what could not be kept anywhere. */
export const deedStore = createStore<{
  readonly deed: Deed | undefined;
  /** what was lost, until somebody has read it */
  readonly lost: readonly Unkept[];
}>(() => ({ deed: undefined, lost: [] }));

/** Offers to undo a deed, over a reload too; an older one stands. */
export function offerUndo(deed: Omit<Deed, 'doneAtMs'>): void {
  deedStore.setState({ deed: { ...deed, doneAtMs: performance.now() } });
  keepDeed({ ...deed, doneMs: Date.now() });
}

/** Offers what could be undone before the page was loaded, for what is left of the time. */
export function restoreUndo(): void {
  const kept = keptDeed(Date.now(), UNDO_SECONDS * 1000);
  if (!kept) return;
  const { id, step, doneMs } = kept;
  deedStore.setState({ deed: { id, step, doneAtMs: performance.now() - (Date.now() - doneMs) } });
}

/** Tells, until somebody has read it, what neither this device nor core has. */
export function tellLost(entry: Unkept): void {
  deedStore.setState(({ lost }) => ({ lost: [...lost, entry] }));
}

/** Somebody has read what was lost. */
export function readLost(): void {
  deedStore.setState({ lost: [] });
}

/** The time to undo is over. */
export function endUndo(): void {
  deedStore.setState({ deed: undefined });
  keepDeed(undefined);
}
