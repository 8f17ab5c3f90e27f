import type { StationLive } from '@takt/contracts';

/**
 * Puts changed stations into a list of stations as they are. What is older than what is shown is left aside; stations that
 * the list does not show are not added.
 * @param shown the list
 * @param changed stations of an event
 * @returns a new list; the same one when nothing changed
 */
export function withChangedStations(
  shown: readonly StationLive[],
  changed: readonly StationLive[],
): readonly StationLive[] {
  const newer = new Map(changed.map((station) => [station.station, station]));
  let touched = false;
  const next = shown.map((station) => {
    const candidate = newer.get(station.station);
    if (!candidate || candidate.version <= station.version) return station;
    touched = true;
    return candidate;
  });
  return touched ? next : shown;
}
