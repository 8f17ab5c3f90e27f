import { useEffect, useId } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Command } from './rank';

/** The commands that pages offer now, by page. */
export const commandStore = createStore<{ readonly offered: ReadonlyMap<string, readonly Command[]> }>(
  () => ({
    offered: new Map(),
  }),
);

/** Offers commands in the command bar while the calling part is on the screen. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  const id = useId();
  useEffect(() => {
    const put = (change: (offered: Map<string, readonly Command[]>) => void) =>
      commandStore.setState(({ offered }) => {
        const next = new Map(offered);
        change(next);
        return { offered: next };
      });
    put((offered) => offered.set(id, commands));
    return () => put((offered) => offered.delete(id));
  }, [id, commands]);
}
