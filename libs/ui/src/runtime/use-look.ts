import { useStore } from 'zustand';
import type { Look } from '../look/look';
import { useRuntime } from './runtime-context';

/** How this device shows Takt, and how to change that. */
export function useLook(): readonly [Look, (change: Partial<Look>) => void] {
  const { look } = useRuntime();
  return [useStore(look), (change) => look.setState(change)];
}
