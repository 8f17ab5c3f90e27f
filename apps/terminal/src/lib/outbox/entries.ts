import { useMemo } from 'react';
import type { Operation } from '@takt/contracts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Entry } from './entry';
import { expectedOperations, type ExpectedOperation } from './expected-operations';

/** The entries of this device as the screen shows them, oldest first. */
export const entriesStore = createStore<{ readonly entries: readonly Entry[] }>(() => ({ entries: [] }));

/** How many entries core has not acknowledged. */
export function queuedCount(): number {
  return entriesStore.getState().entries.filter(({ stage }) => stage === 'queued').length;
}

/** The entries of this device, oldest first. */
export function useEntries(): readonly Entry[] {
  return useStore(entriesStore, ({ entries }) => entries);
}

/**
 * Operations with what was entered here and is not in them yet.
 * @param operations as core told them
 * @param toldAtMs when core told them, real time by this device's clock, epoch ms
 */
export function useExpected(
  operations: readonly Operation[] | undefined,
  toldAtMs: number,
): readonly ExpectedOperation[] {
  const entries = useEntries();
  return useMemo(
    () => expectedOperations(operations ?? [], entries, toldAtMs),
    [operations, entries, toldAtMs],
  );
}

/** Does an entry of this kind about this thing wait for core? */
export function isQueued(entries: readonly Entry[], is: (command: Entry['command']) => boolean): boolean {
  return entries.some(({ stage, command }) => stage === 'queued' && is(command));
}
