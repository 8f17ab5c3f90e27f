import { clockRoutes } from '@takt/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRuntime } from './runtime-context';

const PATIENCE_MS = 3000;

/**
 * Has core told the factory time? A view that is drawn around "now" waits for it: the clock of the device may lie days away
 * from that of the factory. After three seconds without an answer the device's own has to do.
 */
export function useClockKnown(): boolean {
  const { api, clock } = useRuntime();
  const known = useSyncExternalStore(clock.whenKnown, clock.isKnown);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (clock.isKnown()) return undefined;
    api.call(clockRoutes.read).then(
      (reading) => clock.isKnown() || clock.set(reading),
      () => undefined,
    );
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [api, clock]);
  return known || waited;
}
