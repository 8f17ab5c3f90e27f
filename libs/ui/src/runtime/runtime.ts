import type { QueryClient } from '@tanstack/react-query';
import { v7 as uuid } from 'uuid';
import { ApiClient } from '../api/api-client';
import { createQueryClient } from '../api/query';
import { TokenStore } from '../api/token-store';
import { FactoryClock } from '../clock/factory-clock';
import { Ticker } from '../clock/ticker';
import { FloorSocket } from '../live/floor-socket';
import { LiveQueries } from '../live/live-queries';
import { createLookStore, type Look, type LookStore } from '../look/look';

/** What tells one browser app's plumbing from another's. */
export interface RuntimeOptions {
  /** under which name the log-in is kept */
  readonly tokenKey: string;
  readonly clientVersion: string;
  /** how the app looks until somebody chooses */
  readonly look: Look;
  /** entries that wait on this device for the connection */
  readonly queued?: () => number;
  /** core said its version, each time the socket has joined */
  readonly onVersion?: (version: string) => void;
  /** an event arrived, after the cache has taken it */
  readonly onEvent?: SocketEventTaker;
}

/** Takes every versioned event. */
export type SocketEventTaker = ConstructorParameters<typeof FloorSocket>[1]['event'];

/** The plumbing of a browser app: one of each, made once at start. */
export interface Runtime {
  readonly api: ApiClient;
  readonly tokens: TokenStore;
  readonly clock: FactoryClock;
  readonly ticker: Ticker;
  readonly socket: FloorSocket;
  readonly queries: QueryClient;
  readonly look: LookStore;
  /** real ms since the page opened, from a clock that only goes forward */
  readonly steady: () => number;
}

/** A new id for a command; it works on a page without TLS too. */
export function newCommandId(): string {
  return uuid();
}

/**
 * Makes the plumbing of a browser app. The socket is connected while somebody is logged in.
 * @param options names, versions, look
 */
export function createRuntime(options: RuntimeOptions): Runtime {
  const steady = () => performance.now();
  const look = createLookStore(options.look);
  const tokens = new TokenStore(localStorage, options.tokenKey);
  const clock = new FactoryClock(steady, Date.now());
  const queries = createQueryClient();
  const live = new LiveQueries(queries);
  const logInEnded = () => tokens.set(undefined);
  const api = new ApiClient({
    fetch: (...request) => fetch(...request),
    origin: '',
    token: () => tokens.get()?.token,
    language: () => look.getState().language,
    newKey: newCommandId,
    logInEnded,
  });
  const socket = new FloorSocket(
    { origin: '', clock, steady, clientVersion: options.clientVersion, queued: options.queued ?? (() => 0) },
    {
      event: (name, payload) => {
        live.take(name, payload);
        options.onEvent?.(name, payload);
      },
      missed: () => live.missed(),
      coreVersion: (version) => options.onVersion?.(version),
      logInEnded,
    },
  );
  const follow = () => {
    const token = tokens.get()?.token;
    if (token === undefined) {
      socket.stop();
      queries.clear();
    } else socket.start(token);
  };
  tokens.watch(follow);
  addEventListener('storage', () => tokens.refresh());
  follow();
  return { api, tokens, clock, ticker: new Ticker(clock), socket, queries, look, steady };
}
