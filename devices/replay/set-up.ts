import {
  deviceRoutes,
  itemRoutes,
  lineRoutes,
  stationRoutes,
  workerRoutes,
  type RequestOf,
  type Route,
} from '@takt/contracts';
import { ApiFault, type Api } from '../kit';
import type { Shop } from './shop';

const LINE = 'shop';
const GATEWAY = 'replay';
const NOT_FOUND = 404;
const MICROSTOP_SEC = 60;
const SILENT_SEC = 86_400;
/** It is there, from the same log or by hand. */
const THERE = new Set(['revision.missing', 'thing.exists']);

/** What the gateway that plays the machines has to know. */
export interface Gateway {
  readonly line: string;
  readonly username: string;
  readonly password: string;
}

async function put<R extends Route>(api: Api, route: R, request: RequestOf<R>): Promise<void> {
  const answer = await api.send(route, request);
  if (answer.ok || THERE.has(answer.problem?.code ?? '')) return;
  throw new ApiFault(`${route.method} ${route.path}`, answer.status, answer.problem);
}

async function places(api: Api, { stations, workers }: Shop): Promise<void> {
  const body = { name: 'Shop', nameZh: '车间', position: 1, shiftPattern: null };
  await put(api, lineRoutes.put, { params: { line: LINE }, body });
  for (const [position, { id, name }] of stations.entries())
    await put(api, stationRoutes.put, {
      params: { station: id },
      body: {
        ...{ line: LINE, name, position, capabilities: [], changeover: null, countSource: 'terminal' },
        ...{ microstopSec: MICROSTOP_SEC, silentSec: SILENT_SEC, costPerHour: 0, active: true },
      },
    });
  for (const { id, name } of workers)
    await put(api, workerRoutes.put, {
      params: { worker: id },
      body: {
        ...({
          name,
          line: LINE,
          crew: null,
          badge: null,
          language: 'en',
          skills: [],
          ratePerHour: 0,
          active: true,
        } as const),
      },
    });
}

async function products(api: Api, { parts }: Shop): Promise<void> {
  for (const { id, name, operations } of parts) {
    await put(api, itemRoutes.put, {
      params: { item: id },
      body: {
        ...({ name, kind: 'finished', class: null, unit: 'pcs', replenishment: 'make-to-order' } as const),
        ...{ standardCost: '0', price: null, stockMin: '0', lotSize: '100000', shelfLifeDays: null },
        ...{ leadTimeSec: 0, outside: false, active: true },
      },
    });
    const rows = operations.map(({ no, name: step, stations }) => ({
      ...{ no, name: step, family: null, skill: null, crew: 1, stations: [...stations] },
      ...{ waitMinSec: 0, waitMaxSec: null, interruptible: true },
    }));
    await put(api, itemRoutes.putRouting, { params: { item: id }, body: { operations: rows } });
  }
}

/** The gateway that speaks for the machines of the log; each replay registers it anew. */
async function gateway(api: Api, { stations }: Shop): Promise<Gateway> {
  const before = await api.send(deviceRoutes.revoke, { params: { device: GATEWAY } });
  if (!before.ok && before.status !== NOT_FOUND)
    throw new ApiFault(`device ${GATEWAY}`, before.status, before.problem);
  const { username, password } = await api.call(deviceRoutes.create, {
    body: {
      id: GATEWAY,
      name: 'Replay of a production log',
      kind: 'gateway',
      stations: stations.map(({ id }) => id),
    },
  });
  return { line: LINE, username, password };
}

/**
 * Sets up what a log speaks of: a line, its stations, people, parts with their routings, and the gateway that plays the machines. What is
 * there stays as it is.
 * @param api logged in as administrator of the plant
 * @throws ApiFault naming what core refused
 */
export async function setUpShop(api: Api, shop: Shop): Promise<Gateway> {
  await places(api, shop);
  await products(api, shop);
  return gateway(api, shop);
}
