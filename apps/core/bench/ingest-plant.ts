import {
  authRoutes,
  deviceRoutes,
  lineRoutes,
  pathOf,
  stationRoutes,
  type ReplyOf,
  type RequestOf,
  type Route,
} from '@takt/contracts';
import type { LoadClient } from './ingest-load';

const LINES = 10;
const STATION = {
  position: 1,
  capabilities: [],
  changeover: null,
  countSource: 'machine' as const,
  microstopSec: 60,
  silentSec: 3600,
  costPerHour: 0,
  active: true,
};

/** The API of a running core. */
class Api {
  private token: string | null = null;

  constructor(private readonly url: string) {}

  async logIn(password: string): Promise<void> {
    this.token = (await this.call(authRoutes.login, { body: { login: 'admin', password } })).token;
  }

  async call<R extends Route>(route: R, request: RequestOf<R>): Promise<ReplyOf<R>> {
    const reply = await fetch(`${this.url}${pathOf(route, request)}`, {
      method: route.method,
      headers: {
        'content-type': 'application/json',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify(request.body),
    });
    if (!reply.ok) throw new Error(`${route.path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as ReplyOf<R>;
  }
}

/** Sets up a plant with so many stations, each with a device of its own. */
export async function makePlant(url: string, password: string, stations: number): Promise<LoadClient[]> {
  const api = new Api(url);
  await api.logIn(password);
  for (let i = 0; i < LINES; i++)
    await api.call(lineRoutes.put, {
      params: { line: `l-${i}` },
      body: { name: `Line ${i}`, position: i, shiftPattern: null },
    });
  const clients: LoadClient[] = [];
  for (let i = 0; i < stations; i++) {
    const [line, id] = [`l-${i % LINES}`, `s-${i}`];
    await api.call(stationRoutes.put, { params: { station: id }, body: { ...STATION, line, name: id } });
    const { username, password: secret } = await api.call(deviceRoutes.create, {
      body: { id, name: id, kind: 'machine', stations: [id] },
    });
    clients.push({ username, password: secret, root: `takt/v1/main/${line}/${id}` });
  }
  return clients;
}
