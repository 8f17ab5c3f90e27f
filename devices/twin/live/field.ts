import type { DeviceChannel } from '@takt/contracts';
import { StationDevice, type Said } from '../../kit';
import type { FurnishedStation } from '../factory';
import type { Remembered } from './memory';

/** How the devices reach the broker. */
export interface FieldOptions {
  readonly plant: string;
  /** `mqtt://…` */
  readonly url: string;
  readonly stations: readonly FurnishedStation[];
  readonly logIns: Remembered['devices'];
  /** clock of the devices, epoch ms */
  readonly now: () => number;
  readonly tell: (line: string) => void;
}

/** The devices of all stations on MQTT, each with its own log-in. */
export class Field {
  private readonly devices: ReadonlyMap<string, StationDevice>;

  constructor({ plant, url, stations, logIns, now, tell }: FieldOptions) {
    this.devices = new Map(
      stations.map(({ id, line, device: { model, firmware } }) => {
        const { username, password } = logIns[id] ?? { username: '', password: '' };
        const device = new StationDevice({
          ...{ url, username, password, model, firmware },
          address: { plant, line, station: id },
          now: () => Math.round(now()),
          onChange: (state) => {
            if (state !== 'open') tell(`${id}: connection ${state}`);
          },
        });
        return [id, device];
      }),
    );
  }

  /** Switches all on. */
  open(): void {
    for (const device of this.devices.values()) device.open();
  }

  /** The device of a station says something. */
  say<C extends DeviceChannel>(station: string, channel: C, said: Said<C>, at: number): void {
    this.devices.get(station)?.say(channel, said, at);
  }

  /** Waits until core has everything, and switches all off. @returns false when something is left */
  async close(timeoutMs: number): Promise<boolean> {
    const all = [...this.devices.values()];
    const drained = await Promise.all(all.map((device) => device.drained(timeoutMs)));
    await Promise.all(all.map((device) => device.close()));
    return drained.every(Boolean);
  }
}
