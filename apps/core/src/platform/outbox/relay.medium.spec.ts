import { Logger } from '@nestjs/common';
import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import { Registry } from 'prom-client';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { DomainEvent, EventPayload } from '@takt/contracts';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { until } from '../../../test/until';
import { Clock } from '../clock';
import { appOptions, Database } from '../database';
import { LoopMetrics } from '../metrics';
import type { Realtime } from '../realtime';
import { OnEvent, OnEventPush, OnEvents, push, type AnyEvent, type Push } from './on-event.decorator';
import { OutboxRelay } from './relay';

const movement = (item: string): EventPayload<'stock.moved'> => ({
  ...{ item, kind: 'receipt', place: 'raw', qty: '1' },
  at: '2026-03-02T08:00:00.000Z',
});

/** Notes what it is given; what is called bad it cannot take. */
class Listener {
  readonly heard: string[] = [];

  @OnEvent('stock.moved')
  single({ payload: { item } }: DomainEvent<'stock.moved'>): Promise<void> {
    this.heard.push(item);
    return item === 'bad-alone' ? Promise.reject(new Error('no')) : Promise.resolve();
  }

  @OnEvents('stock.moved', 'notice.changed')
  many(plant: string, events: readonly AnyEvent<'stock.moved' | 'notice.changed'>[]): Promise<void> {
    const names = events.map(({ payload }) => ('item' in payload ? payload.item : payload.notice));
    this.heard.push(`${plant}: ${names.join(', ')}`);
    return names.includes('bad-together') ? Promise.reject(new Error('no')) : Promise.resolve();
  }

  @OnEventPush('stock.moved')
  told({ payload: { item } }: DomainEvent<'stock.moved'>): Promise<readonly Push[]> {
    return Promise.resolve([push('stock.changed', ['stock'], { items: [item] })]);
  }
}

let owned: TestDatabase;
let source: DataSource;
let database: Database;
let connection: Client;
let listener: Listener;
let relay: OutboxRelay;
let told: string[];

// What is refused here is refused on purpose.
beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  owned = await freshDatabase();
  source = await new DataSource(appOptions({ url: owned.url, pool: 4 }, [])).initialize();
  const clock = new Clock();
  database = new Database(source, clock);
  connection = new Client({ connectionString: owned.url });
  await connection.connect();
  listener = new Listener();
  told = [];
  const wrapper = { instance: listener, isDependencyTreeStatic: () => true };
  relay = new OutboxRelay(
    database,
    {
      emit: (_room: string, _event: string, { items }: { items: string[] }) => told.push(...items),
    } as unknown as Realtime,
    new LoopMetrics(new Registry()),
    clock,
    { getProviders: () => [wrapper], getControllers: () => [] } as unknown as DiscoveryService,
    new MetadataScanner(),
  );
  relay.open();
});
afterEach(async () => {
  relay.end();
  await relay.idle();
  await connection.end();
  await source.destroy();
  await owned.drop();
});

/** Commits movements of a plant in one transaction. */
const moved = (plant: string, ...items: string[]): Promise<void> =>
  database.write(plant, (tx) => {
    for (const item of items) tx.announce('stock.moved', movement(item));
    return Promise.resolve();
  });
const open = () =>
  owned.query<{ item: string }>(
    `select payload->>'item' as item from outbox where dispatched_at is null order by id`,
  );

it('hands out each event in its order, then those that came together jointly, those of each plant to themselves', async () => {
  await moved('a', '1', '2');
  await moved('b', '3');
  await relay.begin(connection);
  await relay.idle();
  expect(listener.heard).toEqual(['1', '2', '3', 'a: 1, 2', 'b: 3']);
  expect(told).toEqual(['1', '2', '3']);
  expect(await open()).toEqual([]);
});

it.each([
  { bad: 'bad-alone', screens: ['1', '2'] },
  // What it says has been done: screens hear of it, once.
  { bad: 'bad-together', screens: ['1', 'bad-together', '2'] },
])(
  'an event that a handler refuses ($bad) is tried again, then put aside with its failure, and stops none behind it',
  async ({ bad, screens }) => {
    await moved('a', '1', bad, '2');
    await relay.begin(connection);
    await until(async () => {
      relay.wake();
      return (await open()).length === 0;
    });
    expect(told).toEqual(screens);
    expect(
      await owned.query(
        `select payload->>'item' as item, attempts, failure like 'Error: no%' as failed from outbox order by id`,
      ),
    ).toEqual([
      { item: '1', attempts: 0, failed: null },
      { item: bad, attempts: 5, failed: true },
      { item: '2', attempts: 0, failed: null },
    ]);
    expect(listener.heard).toContain('a: 1');
    expect(listener.heard).toContain('a: 2');
  },
);
