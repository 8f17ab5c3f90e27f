import { Injectable } from '@nestjs/common';
import { DEVICE_CHANNELS, type MachineState } from '@takt/contracts';
import {
  matchStops,
  needsReason,
  readingOf,
  restateCounts,
  restateStates,
  signalOf,
  stopsOf,
  trackAt,
  type OpenSpan,
  type Pieces,
  type Signal,
  type StateTrack,
} from '@takt/telemetry';
import type { Tx } from '../../platform/database';
import { HistoryRepository } from './history.repository';
import type { Accepted } from './message-decoder';
import { MessageRepository } from './message.repository';
import {
  alarmFor,
  liveAfter,
  minuteOf,
  settle,
  type Circumstances,
  type StationChange,
  type StopRow,
} from './station-change';

/** A change with what the late messages among its own have restated. */
export interface Restated {
  readonly change: StationChange;
  /** stops that never were */
  readonly goneStops: readonly string[];
  /** pieces are counted anew from this minute on, epoch ms; null: only added */
  readonly recountFrom: number | null;
  /** the time whose past has changed, epoch ms; null: none */
  readonly window: { readonly fromAt: number; readonly toAt: number } | null;
}

const HISTORY_MAX = 200_000;
const FAR_MS = Date.UTC(2200, 0, 1);
const LOOK_BACK_MS = 7 * 86_400_000;
/** Readings before the window from which counting begins. */
const LOOK_BACK_READINGS = 20;

const earliest = (messages: readonly Accepted[]): Accepted | undefined =>
  [...messages].sort((a, b) => a.at - b.at || a.seq - b.seq)[0];

const latest = (messages: readonly Accepted[]): number => Math.max(...messages.map(({ at }) => at));

/** End of the state that the last of the late messages has begun. */
function endOf(spans: readonly OpenSpan[], late: readonly Accepted[], now: number): number {
  const last = latest(late);
  return spans.find(({ startAt, endAt }) => startAt <= last && (endAt ?? now) > last)?.endAt ?? now;
}

/** The time whose past has changed, with what changed before. */
function widen(
  { window }: Restated,
  late: readonly Accepted[],
  toAt: number,
): { fromAt: number; toAt: number } {
  const fromAt = Math.min(window?.fromAt ?? Infinity, ...late.map(({ at }) => at));
  return { fromAt, toAt: Math.max(window?.toAt ?? -Infinity, toAt, latest(late)) };
}

/** Derives the past of a station anew when messages come that belong before what is known. */
@Injectable()
export class Restatement {
  constructor(
    private readonly messages: MessageRepository,
    private readonly history: HistoryRepository,
  ) {}

  /**
   * Adds to a change what its late messages have restated.
   * @param change perhaps with late messages, which are stored already
   */
  async apply(tx: Tx, change: StationChange, circumstances: Circumstances): Promise<Restated> {
    // What is older than the messages that are kept stays as it is.
    const kept = ({ at }: Accepted): boolean => at >= circumstances.oldest;
    const [signals, readings] = [change.late.signals.filter(kept), change.late.readings.filter(kept)];
    const goneStops = change.goneStop === null ? [] : [change.goneStop];
    let result: Restated = { change, goneStops, recountFrom: null, window: null };
    if (signals.length > 0) result = await this.states(tx, result, signals, circumstances);
    if (readings.length > 0) result = await this.counts(tx, result, readings, circumstances);
    return result;
  }

  private async states(
    tx: Tx,
    restated: Restated,
    late: readonly Accepted[],
    circumstances: Circumstances,
  ): Promise<Restated> {
    const { change } = restated;
    const { before: live, after } = change;
    const { place, now } = circumstances;
    const first = earliest(late);
    if (first === undefined) return restated;
    const { seed, signals } = await this.since(tx, change, first, late);
    const { track, spans } = restateStates(after.memory.track, signals, place.silentMs, seed);
    if (track === null) return restated;
    const fromAt = seed?.since ?? spans[0]?.startAt ?? track.since;
    const memory = { ...after.memory, track };
    const key = { plant: live.plant, station: live.station, line: live.line };
    const before = await this.history.downBefore(tx, key, fromAt);
    const carried = stopsOf(before).at(-1) ?? null;
    const settled = settle({ memory, spans, down: carried && { ...carried, endAt: null } }, place, now);
    const stored = await this.history.stopsAfter(tx, key, carried?.startAt ?? fromAt);
    const match = matchStops(
      stored,
      settled.stops.filter((stop) => needsReason(stop, place.microstopMs, now)),
    );
    const rows: StopRow[] = [
      ...match.kept.map(([{ id }, stop]) => ({ ...stop, id })),
      ...match.fresh.map((stop) => ({ ...stop, id: circumstances.newId() })),
    ];
    const { downSince, ...told } = alarmFor(live, settled, circumstances);
    return {
      ...restated,
      change: {
        ...change,
        ...told,
        after: { ...after, ...liveAfter(live, { memory, settled, rows }, circumstances), downSince },
        replaceFrom: fromAt,
        intervals: [...spans, ...settled.tail],
        stops: rows,
      },
      goneStops: match.gone.map(({ id }) => id),
      window: widen(restated, late, endOf([...spans, ...settled.tail], late, now)),
    };
  }

  /** The newest word on the state before the first late message, and all that was said since. */
  private async since(
    tx: Tx,
    { after: { memory, plant, station, line } }: StationChange,
    first: Accepted,
    late: readonly Accepted[],
  ): Promise<{ seed: StateTrack | null; signals: Signal[] }> {
    const said = await this.messages.stateBefore(tx, first, late);
    const fromAt = said?.at ?? first.at;
    const window = { plant, station, channels: DEVICE_CHANNELS, fromAt, toAt: FAR_MS, limit: HISTORY_MAX };
    const wills = await this.messages.willsSince(tx, { plant, station }, fromAt);
    const all = [...(await this.messages.inWindow(tx, window)), ...wills];
    if (said === null) return { seed: null, signals: all.map(signalOf) };
    const boots = [...(memory.track?.older ?? []), memory.track?.boot ?? ''];
    const rank = boots.indexOf(said.boot);
    const signals = all
      .filter(({ boot, seq }) =>
        boot === said.boot ? seq > said.seq : rank === -1 || !boots.slice(0, rank).includes(boot),
      )
      .map(signalOf);
    const signal = signalOf(said) as Signal & { state: MachineState };
    const span = await this.history.spanAt(tx, { plant, station, line }, said.at);
    const whole = span?.state === signal.state && span.reason === (signal.reason ?? null);
    return { seed: trackAt(signal, whole ? span.startAt : said.at), signals };
  }

  private async counts(
    tx: Tx,
    restated: Restated,
    late: readonly Accepted[],
    { now }: Circumstances,
  ): Promise<Restated> {
    const { change } = restated;
    const { plant, station } = change.after;
    const fromAt = minuteOf(Math.min(...late.map(({ at }) => at)));
    const window = { plant, station, channels: ['count'] as const };
    const before = await this.messages.inWindow(tx, {
      ...window,
      fromAt: fromAt - LOOK_BACK_MS,
      toAt: fromAt,
      limit: LOOK_BACK_READINGS,
      newestFirst: true,
    });
    const since = await this.messages.inWindow(tx, {
      ...window,
      fromAt,
      toAt: now + LOOK_BACK_MS,
      limit: HISTORY_MAX,
    });
    const readings = [...before, ...since].flatMap((message) => readingOf(message) ?? []);
    const { buckets, track } = restateCounts(readings, fromAt, (instant) => String(minuteOf(instant)));
    const counts = new Map<number, Pieces>([...buckets].map(([minute, pieces]) => [Number(minute), pieces]));
    const { after } = change;
    return {
      ...restated,
      change: { ...change, counts, after: { ...after, memory: { ...after.memory, counter: track } } },
      recountFrom: fromAt,
      window: widen(restated, late, readings.find(({ at }) => at > latest(late))?.at ?? now),
    };
  }
}
