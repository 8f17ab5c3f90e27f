import { API_PREFIX, type Route } from '@takt/contracts';
import type { TestCore } from '../core';
import type { Facts } from './sample';

/** What is sent to a route, as raw as one likes. */
export interface Attack {
  readonly route: Route;
  readonly name: string;
  readonly params?: Facts;
  /** appended to the path as it is */
  readonly query?: string;
  /** sent as it is */
  readonly body?: string | null;
  readonly token?: string | null;
  readonly what?: string;
}

/** What came back. */
export interface Hit {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  /** route, attack, status and code in one line */
  readonly line: string;
}

/** Sends an attack. Path parameters are encoded, everything else goes out as it is. */
export async function strike(core: Pick<TestCore, 'url'>, attack: Attack): Promise<Hit> {
  const { route, name, params = {}, query = '', body = null, token = null, what = '' } = attack;
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const reply = await patient(`${core.url}${API_PREFIX}${path}${query === '' ? '' : `?${query}`}`, {
    method: route.method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(route.ifMatch ? { 'if-match': '*' } : {}),
    },
    ...(body === null ? {} : { body }),
  });
  const text = await reply.text();
  const code = /"code":"([a-z.-]+)"/.exec(text)?.[1] ?? '';
  return {
    status: reply.status,
    code,
    text,
    line: `${name} ${what}: ${reply.status} ${code}`.replace('  ', ' '),
  };
}

/** An idle connection that the server has just given up is opened again; nothing was carried out on it. */
async function patient(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== 'ECONNRESET') throw error;
    return fetch(url, request);
  }
}

/** Sends many attacks, a few at a time. */
export async function strikeAll(core: Pick<TestCore, 'url'>, attacks: readonly Attack[]): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (let at = 0; at < attacks.length; at += 6)
    hits.push(...(await Promise.all(attacks.slice(at, at + 6).map((attack) => strike(core, attack)))));
  return hits;
}
