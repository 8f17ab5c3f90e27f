import {
  authRoutes,
  itemRoutes,
  customerRoutes,
  orderRoutes,
  terminalRoutes,
  loopRoutes,
  type LoopStep,
} from '@takt/contracts';
import { FloorScreens } from '../test/floor-screens';
import { connectClient } from '../test/brokers';
import { TestDevice } from '../test/device';
import type { Api } from './api';
import type { LoadClient, LoadResult, LoadTask } from './ingest-load';
import type { SocketResult, SocketTask } from './loop-sockets';
import type { Part } from './part';
import { random } from './random';
import { WatchedScreen } from './watched-screen';

/** How machine events are measured. */
export interface EventOptions {
  readonly seconds: number;
  readonly rate: number;
  readonly sockets: number;
  readonly seed: number;
}

/** The parts that take part. */
export interface EventParts {
  readonly api: Api;
  readonly mqttPort: number;
  readonly load: Part;
  readonly sockets: Part;
  readonly executable: string;
}

/** Machine event → document of the floor screens, in ms. */
export interface EventFigures {
  /** first to last: of the operator's screen, and of the supervisor's board */
  readonly operator: readonly number[];
  readonly board: readonly number[];
  /** events that no screen showed within the limit */
  readonly lost: number;
  /** what the socket clients were told per second */
  readonly pushesPerSec: number;
  readonly load: LoadResult | null;
  readonly steps: readonly { step: LoopStep; p50Ms: number | null; p99Ms: number | null }[];
}

const LIMIT_MS = 10_000;
const WARM_UP_SHARE = 0.2;
const TONES = { running: 'green', fault: 'red' } as const;

/** A piece of work at the measured station: its screen shows the machine beside it. */
async function giveWork(api: Api, station: string): Promise<void> {
  await api.call(customerRoutes.put, {
    params: { customer: 'c-1' },
    body: { name: 'c-1', weight: 1, minRemainingLifeDays: 0, priceGroup: null, active: true },
  });
  await api.call(itemRoutes.put, {
    params: { item: 'i-1' },
    body: {
      ...{ name: 'i-1', kind: 'finished', class: null, unit: 'pcs', replenishment: 'make-to-order' },
      ...{ standardCost: '1', price: null, stockMin: '0', lotSize: '1000', shelfLifeDays: null },
      ...{ leadTimeSec: 0, outside: false, active: true },
    },
  });
  await api.call(itemRoutes.putRouting, {
    params: { item: 'i-1' },
    body: {
      operations: [
        {
          ...{ no: 10, name: 'Step 10', family: null, skill: null, crew: 0, waitMinSec: 0, waitMaxSec: null },
          ...{ interruptible: true, stations: [{ station, runSecPerUnit: 30, setupSec: 0 }] },
        },
      ],
    },
  });
  const requestedAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await api.call(orderRoutes.create, {
    body: { customer: 'c-1', lines: [{ item: 'i-1', qty: '1000', requestedAt }] },
  });
}

/** Pairs a screen without a browser. @returns its token */
async function pair(api: Api, line: string, station: string): Promise<string> {
  const { code } = await api.call(terminalRoutes.create, {
    body: { name: station, mode: 'operator', line, stations: [station] },
  });
  return (await api.call(authRoutes.pair, { body: { code, name: station } })).token;
}

/** Measures machine event → document, at rest and under load. */
export class LoopEvents {
  private constructor(
    private readonly parts: EventParts,
    private readonly options: EventOptions,
    private readonly device: TestDevice,
    private readonly station: string,
    private readonly screens: { browser: FloorScreens; operator: WatchedScreen; board: WatchedScreen },
  ) {}

  /** @param client device of the station that is measured; nobody else speaks for it */
  static async open(parts: EventParts, options: EventOptions, client: LoadClient): Promise<LoopEvents> {
    const [line = '', station = ''] = client.root.split('/').slice(-2);
    await giveWork(parts.api, station);
    const mqtt = await connectClient(`mqtt://127.0.0.1:${parts.mqttPort}`, {
      username: client.username,
      password: client.password,
    });
    const device = new TestDevice(mqtt, line);
    await device.send(station, 'state', { state: 'fault' });
    const browser = await FloorScreens.start(parts.api, parts.executable);
    const operator = await browser.open('operator', line, [station]);
    const board = await browser.open('supervisor', line);
    const screens = {
      browser,
      operator: await WatchedScreen.watch('operator', operator, 'main [data-tone]', 'data-tone'),
      board: await WatchedScreen.watch(
        'board',
        board,
        `a[href$="/supervisor/station/${station}"] [data-tone]`,
        'data-tone',
      ),
    };
    return new LoopEvents(parts, options, device, station, screens);
  }

  /** Nobody else speaks and nobody else listens. */
  atRest(): Promise<EventFigures> {
    return this.measure(null);
  }

  /** With socket clients and with messages of other machines. */
  async underLoad(clients: readonly LoadClient[]): Promise<EventFigures> {
    const { api, sockets } = this.parts;
    const tokens: string[] = [];
    for (let i = 0; i < this.options.sockets; i++) {
      const [line = '', station = ''] = clients[i % clients.length]?.root.split('/').slice(-2) ?? [];
      tokens.push(await pair(api, line, station));
    }
    const task: SocketTask = { url: api.url, tokens };
    const { connected } = await sockets.ask<SocketResult>(task);
    if (connected !== tokens.length)
      throw new Error(`${connected} of ${tokens.length} sockets are connected`);
    return this.measure(clients);
  }

  /** Ends what it has begun; the machine runs. */
  async close(): Promise<void> {
    await this.device.send(this.station, 'state', { state: 'running' });
    await this.device.client.endAsync();
    await this.screens.browser.stop();
  }

  private async measure(clients: readonly LoadClient[] | null): Promise<EventFigures> {
    const { seconds, rate, seed } = this.options;
    const { mqttPort: port, load, sockets, api } = this.parts;
    const task: LoadTask = {
      port,
      clients: clients ?? [],
      rate,
      window: 0,
      seconds,
      seed,
      run: `loop-${seed}`,
    };
    let ended = false;
    const working = (clients === null ? wait(seconds * 1000) : load.ask<LoadResult>(task)).finally(
      () => (ended = true),
    );
    await wait(seconds * 1000 * WARM_UP_SHARE);
    await sockets.ask<SocketResult>({ heard: true });
    const since = performance.now();
    const draw = random(seed);
    const figures = { operator: [] as number[], board: [] as number[], lost: 0 };
    while (!ended) {
      await this.sample(figures);
      await wait(50 + draw() * 150);
    }
    const { events } = await sockets.ask<SocketResult>({ heard: true });
    const pushesPerSec = (events / (performance.now() - since)) * 1000;
    const { steps } = await api.call(loopRoutes.status);
    return { ...figures, pushesPerSec, load: (await working) ?? null, steps };
  }

  /** One change of state. */
  private async sample(figures: { operator: number[]; board: number[]; lost: number }): Promise<void> {
    const { operator, board } = this.screens;
    const state = operator.value === TONES.running ? 'fault' : 'running';
    const sentAt = Date.now();
    const said = this.device.send(this.station, 'state', { state });
    const [first, second] = await Promise.all(
      [operator, board].map((screen) => screen.until(TONES[state], sentAt, LIMIT_MS)),
    );
    await said;
    if (first === null || second === null || first === undefined || second === undefined) figures.lost += 1;
    else {
      figures.operator.push(first - sentAt);
      figures.board.push(second - sentAt);
    }
  }
}

const wait = (ms: number): Promise<null> => new Promise((done) => setTimeout(() => done(null), ms));
