import type { StationLive } from '@takt/contracts';

const order: readonly StationLive['state'][] = [
  'fault',
  'stopped',
  'unknown',
  'idle',
  'setup',
  'maintenance',
  'cleaning',
  'running',
];

/**
 * Stations as they need somebody: the worst first, among equals the one that has been so for the longest.
 * @param stations stations as they are
 */
export function worstFirst(stations: readonly StationLive[]): readonly StationLive[] {
  const since = ({ stateSince }: StationLive) => (stateSince === null ? 0 : Date.parse(stateSince));
  return [...stations].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      since(a) - since(b) ||
      (a.station < b.station ? -1 : Number(a.station > b.station)),
  );
}
