import { useSyncExternalStore } from 'react';
import { useRuntime } from './runtime-context';

/**
 * Factory time, epoch ms, renewed once a real second.
 * @param stepMs renewed only when factory time has passed another multiple of this; 1 s unless told
 */
export function useFactoryNow(stepMs = 1000): number {
  const { ticker } = useRuntime();
  return useSyncExternalStore(ticker.watch, () => Math.floor(ticker.now() / stepMs) * stepMs);
}
