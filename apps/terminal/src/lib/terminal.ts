import type { Terminal } from '@takt/contracts';
import { useSession } from '@takt/ui';

/** The paired terminal: its mode, line and stations. Only for parts inside the gate, where there is one. */
export function useTerminal(): Terminal {
  const terminal = useSession()?.terminal;
  if (!terminal) throw new Error('useTerminal on a screen that is not paired');
  return terminal;
}
