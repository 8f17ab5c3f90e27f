import { randomUUID } from 'node:crypto';
import {
  authRoutes,
  operationRoutes,
  reportRoutes,
  SOCKET_NAMESPACE,
  terminalRoutes,
  type ServerEvent,
  type TerminalMode,
} from '@takt/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Api } from './api';
import { random } from './random';

/** A report's way, in ms. */
export interface Journey {
  /** from the tap until core's answer, which comes after the commit */
  readonly committedMs: number;
  /** from the tap until the last of the other screens has been told */
  readonly toldMs: number;
}

/** How much is reported. */
export interface FloorTask {
  readonly seconds: number;
  /** a terminal reports about so often */
  readonly everySec: number;
  readonly seed: number;
}

const LOST_MS = 10_000;
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A screen of the floor that only listens: paired, with its socket. */
export class ListeningScreen {
  private readonly expected = new Map<string, () => void>();

  private constructor(
    readonly token: string,
    private readonly socket: Socket,
  ) {
    socket.on('operation.changed', ({ operation }: ServerEvent<'operation.changed'>) => {
      this.expected.get(operation)?.();
      this.expected.delete(operation);
    });
  }

  /** Pairs a screen and waits until core has welcomed its socket. */
  static async open(
    api: Api,
    mode: TerminalMode,
    line: string,
    stations: readonly string[] = [],
  ): Promise<ListeningScreen> {
    const name = `${mode} ${stations.join(' ')}`;
    const { code } = await api.call(terminalRoutes.create, {
      body: { name, mode, line, stations: [...stations] },
    });
    const { token } = await api.call(authRoutes.pair, { body: { code, name } }, { token: null });
    const socket = io(`${api.url}${SOCKET_NAMESPACE}`, {
      auth: { token },
      transports: ['websocket'],
      forceNew: true,
    });
    await new Promise<void>((done, fail) => {
      socket.once('welcome', () => done());
      socket.once('connect_error', fail);
    });
    return new ListeningScreen(token, socket);
  }

  /** Resolved when the screen is told that an operation has changed. */
  told(operation: string): Promise<void> {
    return new Promise((done) => this.expected.set(operation, done));
  }

  close(): void {
    this.socket.disconnect();
  }
}

/**
 * Screens that report at their own pace, each on an operation of its own.
 * @param api core
 * @param stations the screen of each station and what runs there
 * @param others the screens that have to be told of every report
 * @returns the ways of all reports that arrived everywhere; NaN where a screen was not told within 10 s
 */
export async function reportAll(
  api: Api,
  stations: readonly { readonly screen: ListeningScreen; readonly operation: string }[],
  others: readonly ListeningScreen[],
  { seconds, everySec, seed }: FloorTask,
): Promise<Journey[]> {
  const journeys: Journey[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    stations.map(async ({ screen, operation }, at) => {
      const chance = random(seed * 1000 + at);
      const pause = () => wait(chance() * everySec * 2000);
      for (await pause(); performance.now() < end; await pause())
        journeys.push(await journeyOf(api, screen, operation, others));
    }),
  );
  return journeys;
}

async function journeyOf(
  api: Api,
  screen: ListeningScreen,
  operation: string,
  others: readonly ListeningScreen[],
): Promise<Journey> {
  const since = performance.now();
  const told = Promise.race([
    Promise.all(others.map((other) => other.told(operation))).then(() => performance.now() - since),
    wait(LOST_MS).then(() => NaN),
  ]);
  const at = new Date().toISOString();
  const body = { commandId: randomUUID(), operation, type: 'quantity' as const, good: '1', at };
  await api.call(reportRoutes.create, { body }, { token: screen.token });
  const committedMs = performance.now() - since;
  return { committedMs, toldMs: await told };
}

/** Starts the operation of each station. */
export async function startAll(
  api: Api,
  stations: readonly { readonly station: string; readonly workOrder: string }[],
): Promise<string[]> {
  const started: string[] = [];
  for (const { station, workOrder } of stations) {
    const { items } = await api.call(operationRoutes.list, {
      query: { filter: `workOrder:${workOrder}`, sort: 'id' },
    });
    const operation = items[0]?.id ?? '';
    const at = new Date().toISOString();
    await api.call(reportRoutes.create, {
      body: { commandId: randomUUID(), operation, type: 'start', station, at },
    });
    started.push(operation);
  }
  return started;
}
