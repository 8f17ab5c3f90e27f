import type { StationState } from '@takt/contracts';
import { UNHEARD, type OpenSpan, type StationMemory, type StopSpan } from '@takt/telemetry';

/** A station as it is stored. */
export interface Live {
  readonly plant: string;
  readonly station: string;
  readonly line: string;
  readonly memory: StationMemory;
  readonly tail: readonly OpenSpan[];
  readonly down: StopSpan | null;
  /** epoch ms */
  readonly downSince: number | null;
  readonly openStop: string | null;
  /** null: never heard of */
  readonly online: boolean | null;
  readonly operation: string | null;
  readonly version: number;
  readonly toldVersion: number;
  /** epoch ms */
  readonly dueAt: number | null;
}

/** A station that has never been heard of. */
export function unheard(plant: string, station: string, line: string): Live {
  const nothing = { down: null, downSince: null, openStop: null, online: null, operation: null, dueAt: null };
  return { plant, station, line, memory: UNHEARD, tail: [], version: 0, toldVersion: 0, ...nothing };
}

/** State, since when and why, as a screen shows it. */
export function shownState({ tail }: Pick<Live, 'tail'>): {
  state: StationState;
  since: number | null;
  reason: string | null;
} {
  const last = tail.at(-1);
  return { state: last?.state ?? 'unknown', since: last?.startAt ?? null, reason: last?.reason ?? null };
}
