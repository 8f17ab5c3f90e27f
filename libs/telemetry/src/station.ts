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
export interface StationStep {
  readonly memory: StationMemory;
  /** states that have ended, in order */
  readonly spans: readonly StateSpan[];
  /** what the counters have added, in order */
  readonly deltas: readonly CountDelta[];
  /** messages before which the states have to be derived anew */
  readonly lateSignals: readonly Heard[];
  /** readings before which the counts have to be derived anew */
  readonly lateReadings: readonly Heard[];
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

function withMeasures(memory: StationMemory, heard: Heard, boots: readonly string[]): StationMemory {
  if (!isNewer(heard, memory.measured, boots)) return memory;
  const { values } = payloadOf<'measure'>(heard);
  const merged = { ...memory.measures, ...values };
  const measures = Object.keys(merged).length > MEASURES_MAX ? { ...values } : merged;
  return { ...memory, measures, measured: { boot: heard.boot, seq: heard.seq } };
}

interface CountCourse {
  readonly counter: CounterTrack | null;
  readonly deltas: CountDelta[];
  readonly late: Heard[];
}

function count(
  before: CounterTrack | null,
  readings: readonly Heard[],
  boots: readonly string[],
  maxPerSec?: number,
): CountCourse {
  const [deltas, late]: [CountDelta[], Heard[]] = [[], []];
  let counter = before;
  for (const heard of readings) {
    const reading = readingOf(heard);
    if (reading === null) continue;
    const newest = counter?.suspect ?? counter;
    if (!isNewer(reading, newest, boots)) {
      late.push(heard);
      continue;
    }
    const step = countStep(
      counter,
      { ...reading, at: Math.max(reading.at, counter?.at ?? -Infinity) },
      maxPerSec ?? DEFAULT_MAX_PER_SEC,
    );
    counter = step.track;
    deltas.push(step.delta);
  }
  return { counter, deltas, late };
}

/**
 * Takes in messages of a station: what they add to its states and counts, and what is remembered of it. Messages that
 * belong before what is known change nothing that is live; they are handed back, so that the past is derived anew.
 * @param memory what is remembered; {@link UNHEARD} at first; not changed
 * @param messages in any order, each key once
 */
export function hear(memory: StationMemory, messages: readonly Heard[], limits: StationLimits): StationStep {
  const [spans, lateSignals]: [StateSpan[], Heard[]] = [[], []];
  let { track } = memory;
  const inOrder = arrangeSignals(messages.map((heard) => Object.assign(signalOf(heard), { heard })));
  for (const signal of inOrder) {
    if (isLate(track, signal)) {
      lateSignals.push(signal.heard);
      continue;
    }
    const step = stateStep(track, signal, limits.silentMs);
    track = step.track;
    spans.push(...step.spans);
  }
  const boots = track === null ? [] : [...track.older, track.boot];
  const ordered = inOrder.map(({ heard, at }) => (heard.at === at ? heard : { ...heard, at }));
  const counts = count(memory.counter, ordered, boots, limits.maxPerSec);
  let after: StationMemory = { ...memory, track, counter: counts.counter };
  for (const heard of ordered) {
    if (heard.channel === 'measure') after = withMeasures(after, heard, boots);
    if (heard.channel === 'alarm') after = { ...after, alarms: withAlarm(after.alarms, heard, boots) };
  }
  const heardAt = messages.reduce(
    (newest, { receivedAt }) => Math.max(newest, receivedAt),
    memory.heardAt ?? 0,
  );
  return {
    memory: { ...after, heardAt: messages.length > 0 ? heardAt : memory.heardAt },
    spans,
    deltas: counts.deltas,
    lateSignals,
    lateReadings: counts.late,
  };
}
