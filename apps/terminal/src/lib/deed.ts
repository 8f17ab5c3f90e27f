import { createStore } from 'zustand/vanilla';

/** Something that was just done and can be undone. */
export interface Deed {
  readonly id: string;
  /** what was done: "12 good" */
  readonly text: string;
  readonly undo: () => void;
  /** when it was done, real ms by a clock that only goes forward */
  readonly doneAtMs: number;
}

/** The last deed while it can be undone, and what could not be kept anywhere. */
export const deedStore = createStore<{
  readonly deed: Deed | undefined;
  /** what was lost, in words, until somebody has read it */
  readonly lost: string | undefined;
}>(() => ({ deed: undefined, lost: undefined }));

/** Offers to undo a deed; an older one stands. */
export function offerUndo(deed: Omit<Deed, 'doneAtMs'>): void {
  deedStore.setState({ deed: { ...deed, doneAtMs: performance.now() } });
}

/** The time to undo is over. */
export function endUndo(): void {
  deedStore.setState({ deed: undefined });
}
