import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import type { FoundOperation } from './derive.repository';
import type { Accepted } from './message-decoder';
import { MeasureWatch } from './measure-watch';
import type { Restated } from './restatement';
import { shownState, type Live } from './live-station';

type DeviceReported = EventPayload<'device.reported'>;

/** Channels that other modules act upon, message by message. */
const REPORTED: ReadonlySet<string> = new Set<DeviceReported['channel']>([
  'report',
  'andon',
  'badge',
  'scan',
  'ack',
  'alarm',
]);
/** Counts and values of a station are told at most so often, in real ms. */
const QUIET_MS = 1000;
/** A message that happened longer ago than this has changed the past, in ms. */
const DELAYED_MS = 300_000;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Do two views of a station differ in what somebody waits for? */
function urgent(before: Live, after: Live): boolean {
  const [a, b] = [shownState(before), shownState(after)];
  if (a.state !== b.state || a.since !== b.since || a.reason !== b.reason) return true;
  if (before.online !== after.online || before.openStop !== after.openStop) return true;
  const alarms = ({ memory }: Live): string =>
    memory.alarms.map(({ code, active, severity }) => `${code} ${active} ${severity}`).join();
  return alarms(before) !== alarms(after);
}

/** Tells the other modules and the screens what messages have changed. */
@Injectable()
export class Announcer {
  /** when each station was told of last, by `performance.now()` */
  private readonly toldAt = new Map<string, number>();

  constructor(private readonly measures: MeasureWatch) {}

  /** Tells of stations that have changed: at once when somebody waits for it, else now and then. @returns as they are stored */
  changed(tx: Tx, changes: readonly { readonly before: Live; readonly after: Live }[]): Live[] {
    const now = performance.now();
    const due = changes.map(({ before, after }) => {
      if (after.version === after.toldVersion) return false;
      const at = this.toldAt.get(`${after.plant}/${after.station}`) ?? -Infinity;
      return urgent(before, after) || now - at >= QUIET_MS;
    });
    this.tell(
      tx,
      changes.flatMap(({ after }, i) => (due[i] ? [after] : [])),
    );
    return changes.map(({ after }, i) => (due[i] ? { ...after, toldVersion: after.version } : after));
  }

  /** Tells of stations, changed long ago or just now. */
  tell(tx: Tx, lives: readonly Live[]): void {
    for (const plant of new Set(lives.map((live) => live.plant))) {
      const stations = lives
        .filter((live) => live.plant === plant)
        .map((live) => {
          const { state, since, reason } = shownState(live);
          const { station, line, online, version } = live;
          return { station, line, state, since: since === null ? null : iso(since), reason, online, version };
        });
      tx.announce('station.changed', { stations }, plant);
    }
    for (const { plant, station } of lives) this.toldAt.set(`${plant}/${station}`, performance.now());
  }

  /** Hands on what people and devices have reported, and measurements outside their limits, in order. */
  async reported(tx: Tx, messages: readonly Accepted[]): Promise<void> {
    const breaking = await this.measures.breaking(messages);
    for (const one of messages) {
      const { plant, station, line, channel, receivedAt, message } = one;
      if (!REPORTED.has(channel) && !breaking.has(one)) continue;
      tx.announce(
        'device.reported',
        {
          station,
          line,
          channel: channel as DeviceReported['channel'],
          message,
          receivedAt: iso(receivedAt),
        },
        plant,
      );
    }
  }

  /** Tells of stations that went down or came back, and of a past that has changed. */
  past(tx: Tx, { change, window }: Restated, messages: readonly Accepted[], now: number): void {
    const { plant, station, line } = change.after;
    if (change.wentDown) tx.announce('station.went-down', change.wentDown, plant);
    if (change.cameBack) tx.announce('station.came-back', change.cameBack, plant);
    const delayed = messages.map(({ at }) => at).filter((at) => at < now - DELAYED_MS);
    if (window === null && delayed.length === 0) return;
    const fromAt = iso(Math.min(window?.fromAt ?? Infinity, ...delayed));
    const toAt = iso(Math.max(window?.toAt ?? -Infinity, ...delayed));
    const why = window === null ? 'delayed' : 'late';
    tx.announce('history.restated', { station, line, fromAt, toAt, why }, plant);
  }

  /** Tells that productive time has found the operation it belongs to. */
  found(tx: Tx, { plant, station, line, fromAt, toAt }: FoundOperation, now: number): void {
    const until = iso(Math.max(fromAt, toAt ?? now));
    tx.announce('history.restated', { station, line, fromAt: iso(fromAt), toAt: until, why: 'late' }, plant);
  }

  /** Tells of a stop that has begun, ended or changed. */
  stop(
    tx: Tx,
    { plant, station, line }: Live,
    stop: { id: string; open: boolean; explained: boolean },
  ): void {
    tx.announce(
      'stop.changed',
      { stop: stop.id, station, line, open: stop.open, explained: stop.explained },
      plant,
    );
  }
}
