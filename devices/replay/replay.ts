import { createHash } from 'node:crypto';
import { v5 as uuidOf } from 'uuid';
import { reportRoutes, workOrderRoutes, type RequestOf } from '@takt/contracts';
import { ApiFault, Link, Voice, type Api } from '../kit';
import { storyOf } from './machine-story';
import type { Stretch } from './production-log';
import type { Shop, ShopOrder } from './shop';

/** How a log is played. */
export interface ReplayOptions {
  readonly plant: string;
  readonly line: string;
  readonly shop: Shop;
  /** logged in as planner or administrator of the plant */
  readonly api: Api;
  readonly mqtt: { readonly url: string; readonly username: string; readonly password: string };
  /** called now and then with how much is done */
  readonly tell: (line: string) => void;
}

/** What was played. */
export interface Played {
  readonly orders: number;
  readonly reports: number;
  readonly messages: number;
}

/** Namespace under which order and event of a log become the id of a report. */
const REPORTS = '0b6f4a0c-9d1c-4f55-8a55-4c2c0f6f1f0e';
/** work orders that are played side by side */
const LANES = 6;
const TELL_EVERY = 200;
const DRAIN_MS = 600_000;
const LIMITS = { window: 100 };
const BOOT_CHARS = 16;
const THERE = 'thing.exists';
const iso = (at: number): string => new Date(at).toISOString();

type Report = NonNullable<RequestOf<typeof reportRoutes.create>['body']>;

/**
 * Plays the log of a shop with its own times, as fast as core takes it: the machines over MQTT, orders and reports through the API. Ids and
 * numbers follow from the log: what was played before is the same and changes nothing.
 */
export async function replay(options: ReplayOptions): Promise<Played> {
  const messages = playMachines(options);
  const reports = await playOrders(options);
  return { orders: options.shop.orders.length, reports, messages: await messages };
}

/** The machines of the log over MQTT, all stations at once. @returns how many messages they had */
export async function playMachines({ plant, line, shop, mqtt, tell }: ReplayOptions): Promise<number> {
  const link = new Link({ ...mqtt, ...LIMITS, onChange: (state) => tell(`broker: ${state}`) });
  const byStation = new Map(shop.stations.map(({ id, name }) => [id, stretchesAt(shop, name)]));
  let count = 0;
  link.open();
  for (const [station, stretches] of byStation) {
    const story = storyOf(stretches);
    const voice = new Voice({ plant, line, station }, () => 0, bootOf(story));
    for (const { at, channel, ...said } of story) link.send(voice.say(channel, said as never, at));
    count += story.length;
  }
  const isDone = await link.drained(DRAIN_MS);
  await link.close();
  if (!isDone) throw new Error('The broker does not take the messages. Maybe look at the log of core.');
  return count;
}

const stretchesAt = (shop: Shop, station: string): Stretch[] =>
  shop.orders.flatMap(({ stretches }) => stretches.filter((stretch) => stretch.station === station));

/** The same story has the same boot, so that its numbers are the same messages. */
const bootOf = (story: readonly unknown[]): string =>
  `log-${createHash('sha256').update(JSON.stringify(story)).digest('hex').slice(0, BOOT_CHARS)}`;

/** The work orders of the log with their reports through the API. @returns how many reports they had */
export async function playOrders({ plant, shop, api, tell }: ReplayOptions): Promise<number> {
  const waiting = [...shop.orders];
  const stationIds = new Map(shop.stations.map(({ id, name }) => [name, id]));
  let count = 0;
  const lane = async (): Promise<void> => {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      await release(api, order);
      for (const body of reportsOf(plant, order, stationIds)) {
        await api.call(reportRoutes.create, { body });
        if (++count % TELL_EVERY === 0) tell(`${count} reports`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return count;
}

async function release(api: Api, { id, part, qty, operations, startAt, endAt }: ShopOrder): Promise<void> {
  const times = { releaseAt: iso(startAt), dueAt: iso(endAt) };
  const answer = await api.send(workOrderRoutes.create, {
    body: { id, kind: 'import', item: part, qty, operations: [...operations], ...times },
  });
  if (answer.ok || answer.problem?.code === THERE) return;
  throw new ApiFault(`work order ${id}`, answer.status, answer.problem);
}

/** The stretches of an order as reports, in their order; the last of each operation completes it. */
function reportsOf(
  plant: string,
  { id, stretches }: ShopOrder,
  stationIds: ReadonlyMap<string, string>,
): Report[] {
  const last = new Map(stretches.map((stretch) => [stretch.no, stretch.event]));
  return stretches.map(({ no, event, station, worker, startAt, endAt, work, qty, isRework, qtyHeld }) => ({
    commandId: uuidOf(`${plant}/${id}/${event}`, REPORTS),
    operation: `${id}.${no}`,
    type: last.get(no) === event ? 'complete' : 'quantity',
    station: stationIds.get(station) ?? '',
    workers: [worker],
    startAt: iso(startAt),
    at: iso(endAt),
    work,
    source: 'import',
    ...(isRework ? { rework: qty } : { good: qty }),
    ...(qtyHeld > 0 ? { note: `Held for review / 待评审: ${qtyHeld}` } : {}),
  }));
}
