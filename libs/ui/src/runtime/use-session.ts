import type { Session } from '@takt/contracts';
import { useSyncExternalStore } from 'react';
import { useRuntime } from './runtime-context';

/** Who is logged in; undefined: nobody. */
export function useSession(): Session | undefined {
  const { tokens } = useRuntime();
  return useSyncExternalStore(
    (changed) => tokens.watch(changed),
    () => tokens.get(),
  )?.session;
}
