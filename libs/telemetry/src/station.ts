import type { DeviceChannel, DeviceMessage } from '@takt/contracts';
import type { Stamped } from './arrange';
import {
  countStep,
  DEFAULT_MAX_PER_SEC,
  type CountDelta,
  type CounterReading,
  type CounterTrack,
} from './counter';
import { isLate, stateStep, type Signal, type StateSpan, type StateTrack } from './state-track';
import { arrangeSignals } from './state-timeline';

/** A device message that has been accepted and stored. `at` is its effective time: that of a last will is its receipt. */
export interface Heard extends Stamped {
  readonly channel: DeviceChannel;
  /** epoch ms */
  readonly receivedAt: number;
  readonly message: DeviceMessage;
}

/** What the plant says about a station. */
export interface StationLimits {
  /** a silence of this length is believed, in ms */
  readonly silentMs: number;
  /** pieces per second that it can make */
  readonly maxPerSec?: number;
}

/** The newest word of a device on one alarm code. */
export interface AlarmMark {
  readonly code: string;
  readonly severity: string;
  readonly text: string | null;
  readonly active: boolean;
  /** when it became active, epoch ms */
  readonly since: number;
  readonly boot: string;
  readonly seq: number;
}

/** What is remembered of a station between two batches of messages. */
export interface StationMemory {
  readonly track: StateTrack | null;
  readonly counter: CounterTrack | null;
  /** active alarms, and some that have ended: a late message must not bring them back */
  readonly alarms: readonly AlarmMark[];
  /** newest values by name */
  readonly measures: Readonly<Record<string, number>>;
  /** the message that gave the newest values */
  readonly measured: { readonly boot: string; readonly seq: number } | null;
  /** newest receipt, epoch ms; null: never heard of */
  readonly heardAt: number | null;
}

/** What messages have changed at a station. */
export interface StationStep<H extends Heard = Heard> {
  readonly memory: StationMemory;
  /** states that have ended, in order */
  readonly spans: readonly StateSpan[];
  /** what the counters have added, in order */
  readonly deltas: readonly CountDelta[];
  /** messages before which the states have to be derived anew */
  readonly lateSignals: readonly H[];
  /** readings before which the counts have to be derived anew */
  readonly lateReadings: readonly H[];
}

/** Nothing is remembered of a station that has never been heard of. */
export const UNHEARD: StationMemory = {
  track: null,
  counter: null,
  alarms: [],
  measures: {},
  measured: null,
  heardAt: null,
};

const ENDED_ALARMS_MAX = 50;
const ALARMS_MAX = 200;
const MEASURES_MAX = 500;

const payloadOf = <C extends DeviceChannel>({ message }: Heard): DeviceMessage<C> =>
  message as DeviceMessage<C>;

/** What a message says about the state of its station: each is a sign of life. */
export function signalOf(heard: Heard): Signal {
  const { boot, seq, at } = heard;
  if (heard.channel === 'state') {
    const { state, reason } = payloadOf<'state'>(heard);
    return { boot, seq, at, state, reason: reason ?? null };
  }
  if (heard.channel === 'status') {
    const { online } = payloadOf<'status'>(heard);
    return { boot, seq, at, online };
  }
  return { boot, seq, at };
}

/** The reading in a message of the channel `count`; null for others. */
export function readingOf(heard: Heard): CounterReading | null {
  if (heard.channel !== 'count') return null;
  const { good, scrap } = payloadOf<'count'>(heard);
  return { boot: heard.boot, seq: heard.seq, at: heard.at, good, scrap };
}

/** Does `a` come after `b` in the life of the device? Boots that are not in the list are older than all. */
function isNewer(
  a: { boot: string; seq: number },
  b: { boot: string; seq: number } | null,
  boots: readonly string[],
): boolean {
  if (b === null) return true;
  return a.boot === b.boot ? a.seq > b.seq : boots.indexOf(a.boot) > boots.indexOf(b.boot);
}

function withAlarm(
  alarms: readonly AlarmMark[],
  heard: Heard,
  boots: readonly string[],
): readonly AlarmMark[] {
  const { code, severity, active, text } = payloadOf<'alarm'>(heard);
  const { boot, seq, at } = heard;
  const before = alarms.find((alarm) => alarm.code === code) ?? null;
  if (!isNewer(heard, before, boots)) return alarms;
  const since = active && before?.active ? before.since : at;
  const mark: AlarmMark = { code, severity, text: text ?? null, active, since, boot, seq };
  const all = [...alarms.filter((alarm) => alarm.code !== code), mark];
  const ended = all.filter((alarm) => !alarm.active).slice(-ENDED_ALARMS_MAX);
  return all.filter((alarm) => alarm.active || ended.includes(alarm)).slice(-ALARMS_MAX);
}

/** A message at its place in the order of its station, with what it says about the state. */
interface Placed<H extends Heard> extends Signal {
  readonly heard: H;
}

/** All of one shape, with what is not said spelt out: this is done for every message. */
function placed<H extends Heard>(heard: H): Placed<H> {
  const { boot, seq, at, channel } = heard;
  const said = channel === 'state' || channel === 'status' ? signalOf(heard) : undefined;
  return { boot, seq, at, state: said?.state, reason: said?.reason, online: said?.online, heard };
}

type Measures = Pick<StationMemory, 'measures' | 'measured'>;

function measure(before: Measures, ordered: readonly Placed<Heard>[], boots: readonly string[]): Measures {
  let { measured } = before;
  let measures: Record<string, number> | null = null;
  for (const { heard } of ordered) {
    if (heard.channel !== 'measure' || !isNewer(heard, measured, boots)) continue;
    const { values } = payloadOf<'measure'>(heard);
    measures = Object.assign(measures ?? { ...before.measures }, values);
    if (Object.keys(measures).length > MEASURES_MAX) measures = { ...values };
    measured = { boot: heard.boot, seq: heard.seq };
  }
  return { measures: measures ?? before.measures, measured };
}

interface CountCourse<H extends Heard> {
  readonly counter: CounterTrack | null;
  readonly deltas: CountDelta[];
  readonly late: H[];
}

function count<H extends Heard>(
  before: CounterTrack | null,
  ordered: readonly Placed<H>[],
  boots: readonly string[],
  maxPerSec = DEFAULT_MAX_PER_SEC,
): CountCourse<H> {
  const [deltas, late]: [CountDelta[], H[]] = [[], []];
  let counter = before;
  for (const { heard, at } of ordered) {
    if (heard.channel !== 'count') continue;
    const { boot, seq } = heard;
    if (!isNewer(heard, counter?.suspect ?? counter, boots)) {
      late.push(heard);
      continue;
    }
    const { good, scrap } = payloadOf<'count'>(heard);
    const reading = { boot, seq, at: Math.max(at, counter?.at ?? -Infinity), good, scrap };
    const step = countStep(counter, reading, maxPerSec);
    counter = step.track;
    deltas.push(step.delta);
  }
  return { counter, deltas, late };
}

/** What messages say about the state, from the newest word on. */
function follow<H extends Heard>(
  before: StateTrack | null,
  ordered: readonly Placed<H>[],
  silentMs: number,
): { track: StateTrack | null; spans: StateSpan[]; late: H[] } {
  const [spans, late]: [StateSpan[], H[]] = [[], []];
  let track = before;
  for (const signal of ordered) {
    if (isLate(track, signal)) {
      late.push(signal.heard);
      continue;
    }
    const step = stateStep(track, signal, silentMs);
    track = step.track;
    if (step.spans.length > 0) spans.push(...step.spans);
  }
  return { track, spans, late };
}

/**
 * Takes in messages of a station: what they add to its states and counts, and what is remembered of it. Messages that
 * belong before what is known change nothing that is live; they are handed back, so that the past is derived anew.
 * @param memory what is remembered; {@link UNHEARD} at first; not changed
 * @param messages in any order, each key once
 */
export function hear<H extends Heard>(
  memory: StationMemory,
  messages: readonly H[],
  limits: StationLimits,
): StationStep<H> {
  const ordered = arrangeSignals(messages.map(placed));
  const { track, spans, late } = follow(memory.track, ordered, limits.silentMs);
  const boots = track === null ? [] : [...track.older, track.boot];
  const counts = count(memory.counter, ordered, boots, limits.maxPerSec);
  let { alarms } = memory;
  for (const { heard, at } of ordered)
    if (heard.channel === 'alarm') alarms = withAlarm(alarms, { ...heard, at }, boots);
  const heardAt = messages.reduce<number | null>(
    (newest, { receivedAt }) => Math.max(newest ?? 0, receivedAt),
    memory.heardAt,
  );
  return {
    memory: {
      ...memory,
      track,
      counter: counts.counter,
      alarms,
      ...measure(memory, ordered, boots),
      heardAt,
    },
    spans,
    deltas: counts.deltas,
    lateSignals: late,
    lateReadings: counts.late,
  };
}
