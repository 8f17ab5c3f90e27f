import { randomUUID } from 'node:crypto';
import type { MqttClient } from 'mqtt';
import { deviceRoutes, lineRoutes, stationRoutes, topicOf, type DeviceChannel } from '@takt/contracts';
import { connectClient } from './brokers';
import type { TestCore } from './core';

type Api = Pick<TestCore, 'call'>;

/** Sets a line with stations up. */
export async function makeLine(api: Api, line: string, stations: readonly string[]): Promise<void> {
  await api.call(lineRoutes.put, {
    params: { line },
    body: { name: line, position: 1, shiftPattern: null },
  });
  for (const station of stations) await makeStation(api, line, station);
}

/** Sets a station up: micro-stops up to 60 s, silent after 120 s. */
export async function makeStation(api: Api, line: string, station: string): Promise<void> {
  await api.call(stationRoutes.put, {
    params: { station },
    body: {
      line,
      name: station,
      position: 1,
      capabilities: [],
      changeover: null,
      countSource: 'machine',
      microstopSec: 60,
      silentSec: 120,
      costPerHour: 0,
      active: true,
    },
  });
}

/** How a device logs in. */
export interface DeviceLogin {
  readonly username: string;
  readonly password: string;
}

/** Registers a device for stations. */
export async function makeDevice(api: Api, id: string, stations: readonly string[]): Promise<DeviceLogin> {
  const { username, password } = await api.call(deviceRoutes.create, {
    body: { id, name: id, kind: 'gateway', stations: [...stations] },
  });
  return { username, password };
}

/** When and where a message is sent, where that is not the next of its station. */
export interface Sending {
  /** device clock, epoch ms */
  readonly at?: number;
  readonly boot?: string;
  readonly seq?: number;
  readonly qos?: 0 | 1;
}

/** A device that speaks for stations of a line, numbering its messages. */
export class TestDevice {
  boot = randomUUID();
  private readonly next = new Map<string, number>();

  constructor(
    readonly client: MqttClient,
    readonly line: string,
    private readonly now: () => number = Date.now,
    readonly plant = 'main',
  ) {}

  /** Logs a device in. */
  static async connect(
    port: number,
    login: DeviceLogin,
    line: string,
    now: () => number = Date.now,
  ): Promise<TestDevice> {
    const client = await connectClient(`mqtt://127.0.0.1:${port}`, { ...login });
    return new TestDevice(client, line, now);
  }

  /** Sends a message. Resolved when it is acknowledged. @returns what was sent */
  async send(
    station: string,
    channel: DeviceChannel,
    fields: object,
    { at, boot, seq, qos = 1 }: Sending = {},
  ): Promise<{ boot: string; seq: number; at: number }> {
    const stamp = {
      boot: boot ?? this.boot,
      seq: seq ?? this.take(station),
      at: at ?? Math.round(this.now()),
    };
    await this.raw(station, channel, JSON.stringify({ ...stamp, ...fields }), qos);
    return stamp;
  }

  /** Sends bytes as they are. */
  async raw(station: string, channel: string, payload: string | Buffer, qos: 0 | 1 = 1): Promise<void> {
    const topic = topicOf({ plant: this.plant, line: this.line, station, channel });
    await this.client.publishAsync(topic, payload, { qos });
  }

  /** Begins a new boot: numbers start from 0. */
  restart(): void {
    this.boot = randomUUID();
    this.next.clear();
  }

  private take(station: string): number {
    const seq = this.next.get(station) ?? 0;
    this.next.set(station, seq + 1);
    return seq;
  }
}
