import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, topicOf, type Device, type Refusal } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { DeviceAuth, type DeviceIdentity } from '../../platform/mqtt';
import { PlantRepository } from '../plant';
import type { DeviceEntity } from './access.entity';
import { DeviceRepository } from './device.repository';
import { devicePasswordMatches, hashDevicePassword, randomPassword } from './password';

/** What is told of a new device. */
export interface NewDevice {
  readonly id: string;
  readonly name: string;
  readonly kind: Device['kind'];
  readonly stations: readonly string[];
}

/** Live facts of a device, which the module of telemetry adds. */
export interface DeviceLife {
  readonly online: boolean;
  readonly lastMessageAt: string | null;
}

const ROOT_CHANNEL = '';
const SILENT: DeviceLife = { online: false, lastMessageAt: null };

/** MQTT devices, each with its own name and password, bound to its stations. */
@Injectable()
export class DeviceService extends DeviceAuth {
  private readonly revoked = new Set<(plant: string, device: string) => void>();
  private life: (plant: string, stations: readonly string[]) => Promise<DeviceLife> = async () => SILENT;

  constructor(
    private readonly database: Database,
    private readonly repository: DeviceRepository,
    private readonly plants: PlantRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  /** The module of telemetry tells how devices are. */
  tellLife(life: (plant: string, stations: readonly string[]) => Promise<DeviceLife>): void {
    this.life = life;
  }

  /** Devices of the plant with their life. */
  async list(plant: string): Promise<Device[]> {
    const rows = await this.database.read(plant, (tx) => this.repository.all(tx));
    return Promise.all(rows.map((row) => this.describe(row)));
  }

  /** Stations that a device speaks for, and listens for. */
  async stationsHeard(plant: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.read(plant, (tx) => this.repository.all(tx));
    return new Set(rows.flatMap(({ stations }) => stations));
  }

  /** Registers a device. Its password is shown once. */
  async create(
    plant: string,
    { id, name, kind, stations }: NewDevice,
  ): Promise<{ device: Device; username: string; password: string } | Refusal> {
    const password = randomPassword(32);
    const row: DeviceEntity = {
      plant,
      id,
      name,
      kind,
      stations: [...stations],
      passwordHash: await hashDevicePassword(password),
      revokedAt: null,
    };
    const saved = await this.database.write(plant, async (tx) => {
      const known = await this.plants.allStations(tx);
      const foreign = stations.find((station) => !known.some((other) => other.id === station));
      if (foreign !== undefined)
        return refuse('reference.unknown', { field: 'stations', kind: 'station', id: foreign });
      const before = await this.repository.find(tx, plant, id);
      if (before && before.revokedAt === null) return refuse('thing.exists', { kind: 'device', id });
      await this.repository.save(tx, row);
      return null;
    });
    if (isRefusal(saved)) return saved;
    return { device: await this.describe(row), username: usernameOf(plant, id), password };
  }

  /** Revokes a device; its connection is cut. */
  async revoke(plant: string, id: string): Promise<void | Refusal> {
    const done = await this.database.write(plant, async (tx) => {
      const row = await this.repository.find(tx, plant, id);
      if (!row || row.revokedAt !== null) return refuse('thing.unknown', { kind: 'device', id });
      await this.repository.save(tx, { ...row, revokedAt: this.clock.date() });
      return null;
    });
    if (isRefusal(done)) return done;
    for (const listener of this.revoked) listener(plant, id);
  }

  override async authenticate(username: string, password: string): Promise<DeviceIdentity | null> {
    const [plant = '', device = '', ...rest] = username.split('/');
    if (
      rest.length > 0 ||
      !/^[a-z0-9-]{1,40}$/.test(plant) ||
      device.length === 0 ||
      device.length > 64 ||
      password.length > 200
    )
      return null;
    const { row, roots } = await this.database.read(plant, async (tx) => {
      const found = await this.repository.find(tx, plant, device);
      return { row: found, roots: found ? await this.rootsOf(tx, found) : [] };
    });
    if (!row || row.revokedAt !== null || !(await devicePasswordMatches(row.passwordHash, password)))
      return null;
    return { plant, device, roots: new Set(roots) };
  }

  override onRevoked(listener: (plant: string, device: string) => void): void {
    this.revoked.add(listener);
  }

  /**
   * Password and ACL files that give an external mosquitto the same rules as the embedded broker.
   * @param plant whose devices; `*`: of every plant, for the files that core keeps itself
   */
  async brokerFiles(plant: string): Promise<{ passwords: string; acl: string }> {
    const entries = await this.database.read(plant, async (tx) => {
      const rows = await this.repository.all(tx);
      const list: { row: DeviceEntity; roots: string[] }[] = [];
      for (const row of rows) list.push({ row, roots: await this.rootsOf(tx, row) });
      return list;
    });
    const passwords = entries
      .map(({ row }) => `${usernameOf(row.plant, row.id)}:${row.passwordHash}\n`)
      .join('');
    const acl = entries
      .map(({ row, roots }) =>
        [
          `user ${usernameOf(row.plant, row.id)}`,
          ...roots.flatMap((root) => [`topic write ${root}/+`, `topic read ${root}/command`]),
        ].join('\n'),
      )
      .join('\n\n');
    return { passwords, acl: `${acl}\n` };
  }

  private async rootsOf(tx: Tx, device: DeviceEntity): Promise<string[]> {
    const stations = await this.plants.stationsOf(tx, device.plant, device.stations);
    return stations.map(({ id, line }) =>
      topicOf({ plant: device.plant, line, station: id, channel: ROOT_CHANNEL }).replace(/\/$/, ''),
    );
  }

  private async describe({ plant, id, name, kind, stations, revokedAt }: DeviceEntity): Promise<Device> {
    const life = await this.life(plant, stations);
    return {
      id,
      name,
      kind: kind as Device['kind'],
      stations,
      ...life,
      revokedAt: revokedAt?.toISOString() ?? null,
    };
  }
}

/** Name under which a device logs in at the broker. */
function usernameOf(plant: string, device: string): string {
  return `${plant}/${device}`;
}
