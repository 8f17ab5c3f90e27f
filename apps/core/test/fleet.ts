import { telemetryRoutes } from '@takt/contracts';
import { MemoryOutbox, StationDevice, type Confirmation } from '../../../devices/kit';
import { makeDevice, makeLine, type DeviceLogin } from './device';
import type { TestCore } from './core';
import type { OwnedDatabase } from './database';

const LINE = 'baking';

/** What a device has said, and what of it was acknowledged. */
class Ledger extends MemoryOutbox {
  readonly acknowledged = new Set<string>();

  override remove(key: string): void {
    this.acknowledged.add(key);
    super.remove(key);
  }
}

interface Member {
  readonly station: string;
  readonly device: StationDevice;
  readonly ledger: Ledger;
  said: number;
}

/** How a fleet reaches its broker. */
export interface FleetOptions {
  readonly mqttUrl: string;
  readonly login: DeviceLogin;
  readonly stations: readonly string[];
  readonly confirmation?: Confirmation;
  /** messages of each device that may be under way at once */
  readonly window?: number;
  /** real seconds after which a broker that says nothing is taken for lost, by a device; and a device by the broker */
  readonly keepaliveSec?: number;
}

/** Sets up a line with so many stations and one gateway for all of them. */
export async function makeFleet(
  api: Pick<TestCore, 'call'>,
  size: number,
): Promise<{ login: DeviceLogin; stations: string[] }> {
  const stations = Array.from({ length: size }, (_, i) => `oven-${i + 1}`);
  await makeLine(api, LINE, stations);
  return { stations, login: await makeDevice(api, 'gateway', stations) };
}

/** Devices that count pieces, one for each piece, and keep a ledger of what was acknowledged. */
export class Fleet {
  private readonly members: readonly Member[];
  private readonly cut = new Set<string>();

  constructor({
    mqttUrl: url,
    login,
    stations,
    confirmation = 'puback',
    window = 50,
    ...more
  }: FleetOptions) {
    this.members = stations.map((station) => {
      const ledger = new Ledger();
      const device = new StationDevice({
        ...login,
        ...more,
        url,
        confirmation,
        outbox: ledger,
        window,
        resendSec: 3,
        address: { plant: 'main', line: LINE, station },
        model: 'deck-oven',
        firmware: '1.0',
        now: Date.now,
        onChange: (state) => state === 'lost' && this.cut.add(station),
      });
      device.open();
      return { station, device, ledger, said: 0 };
    });
  }

  /** How many messages were acknowledged. */
  get acknowledged(): number {
    return this.members.reduce((sum, { ledger }) => sum + ledger.acknowledged.size, 0);
  }

  /** How many messages are not acknowledged. */
  get waiting(): number {
    return this.members.reduce((sum, { device }) => sum + device.waiting, 0);
  }

  /** How many devices have lost their connection so far. */
  get lost(): number {
    return this.cut.size;
  }

  /** Every device counts so many pieces, one by one. */
  count(pieces: number): void {
    for (const member of this.members) {
      for (let i = 0; i < pieces; i++) member.device.count(1);
      member.said += pieces;
    }
  }

  /** Says so many messages per second for so long, in all. */
  async countAtRate(perSec: number, sec: number): Promise<void> {
    const from = performance.now();
    for (let done = 0; done < perSec * sec;) {
      const due = Math.min(perSec * sec, ((performance.now() - from) / 1000) * perSec);
      for (; done < due; done += this.members.length) this.count(1);
      await new Promise((next) => setTimeout(next, 10));
    }
  }

  /** Tells each device what core has committed, as a gateway does behind a broker that is not core's own. */
  async confirm(api: Pick<TestCore, 'call'>): Promise<void> {
    for (const { station, boot, ...committed } of await api.call(telemetryRoutes.watermarks))
      this.members.find((member) => member.station === station)?.device.confirm(boot, committed);
  }

  /** Says goodbye. */
  async close(): Promise<void> {
    await Promise.all(this.members.map(({ device }) => device.close()));
  }

  /**
   * What of the ledger core lacks, has twice, or has counted otherwise; all of it is empty when nothing is lost and
   * nothing is doubled.
   */
  async compare(database: OwnedDatabase): Promise<Comparison> {
    const rows = await database.query<{ key: string; times: number }>(
      `select concat_ws('/', 'takt/v1', plant, line, station) || ' ' || boot || ' ' || seq as key, count(*)::int as times
       from device_message group by 1`,
    );
    const stored = new Map(rows.map(({ key, times }) => [key, times]));
    const counted = new Map(
      (
        await database.query<{ station: string; good: number }>(
          'select station, sum(good)::int as good from count_minute group by 1',
        )
      ).map(({ station, good }) => [station, good]),
    );
    const keys = this.members.flatMap(({ ledger }) => [...ledger.acknowledged]);
    return {
      lost: keys.filter((key) => !stored.has(key)),
      doubled: rows.filter(({ times }) => times > 1).map(({ key }) => key),
      miscounted: this.members.flatMap(({ station, said }) =>
        counted.get(station) === said ? [] : [`${station}: ${counted.get(station)} of ${said}`],
      ),
      quarantined: (await database.query('select topic, reason, detail from quarantine')).length,
    };
  }
}

/** Differences between what devices know to be acknowledged and what core has. */
export interface Comparison {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly miscounted: readonly string[];
  readonly quarantined: number;
}

/** Nothing is lost, nothing is doubled, everything is counted. */
export const WHOLE: Comparison = { lost: [], doubled: [], miscounted: [], quarantined: 0 };
