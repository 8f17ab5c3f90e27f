/** No sign of life for this long, in real ms: delayed. */
export const DELAYED_AFTER_MS = 10_000;
/** No sign of life for this long, in real ms: offline, whatever the socket says. */
export const OFFLINE_AFTER_MS = 30_000;

/** What is known about the connection. `navigator.onLine` is no part of it: it lies. */
export interface ConnectionFacts {
  /** does the socket say that it is connected? */
  readonly connected: boolean;
  /** real ms since the last beat, event or answer; undefined: none yet */
  readonly silentMs: number | undefined;
}

/** `live`; `delayed` (silent for more than 10 s); `offline`; `joining` (not yet heard of, not yet given up). */
export type ConnectionState = 'joining' | 'live' | 'delayed' | 'offline';

/**
 * What to tell people about the connection.
 * @param facts socket and silence
 * @param waitedMs real ms since the page opened
 */
export function connectionState(facts: ConnectionFacts, waitedMs: number): ConnectionState {
  const { connected, silentMs } = facts;
  if (silentMs === undefined) return waitedMs < DELAYED_AFTER_MS ? 'joining' : 'offline';
  if (silentMs > OFFLINE_AFTER_MS) return 'offline';
  if (silentMs > DELAYED_AFTER_MS) return connected ? 'delayed' : 'offline';
  return connected ? 'live' : 'delayed';
}
