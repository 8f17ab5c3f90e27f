import { createStore } from 'zustand/vanilla';
import type { Command } from './outbox/entry';

/** Something that was just done and can be undone. */
export interface Deed {
  /** id of its command */
  readonly id: string;
  /** what was done: "12 good" */
  readonly text: string;
  readonly undo: () => void;
  /** when it was done, real ms by a clock that only goes forward */
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

/** Offers to undo a deed; an older one stands. */
export function offerUndo(deed: Omit<Deed, 'doneAtMs'>): void {
  deedStore.setState({ deed: { ...deed, doneAtMs: performance.now() } });
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
}
