import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isRefusal, type Refusal, type Routing, type RoutingOperation } from '@takt/contracts';
import { insertMany, putMany, putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { RoutingEntity, RoutingOperationEntity, RoutingStationEntity } from './routing.entity';

type StationRow = Pick<RoutingStationEntity, 'item' | 'no' | 'station' | 'runSecPerUnit' | 'setupSec'>;
type OperationRow = Omit<RoutingOperationEntity, 'plant'>;

const SELECT_OPERATIONS = `select item, no, name, name_zh as "nameZh", family, skill, crew, wait_min_sec as "waitMinSec",
  wait_max_sec as "waitMaxSec", interruptible, limits, instruction, instruction_zh as "instructionZh", steps
  from routing_operation`;
const SELECT_STATIONS = `select item, no, station, run_sec_per_unit as "runSecPerUnit", setup_sec as "setupSec" from routing_station`;

/** Routings in PostgreSQL. */
@Injectable()
export class RoutingRepository {
  /** The routing of an item. */
  async find(tx: Tx, item: string): Promise<Routing | null> {
    const row = await tx.of(RoutingEntity).findOneBy({ plant: tx.plant, item });
    if (!row) return null;
    const operations = (await this.byItem(tx, [item])).get(item) ?? [];
    return { item, operations, revision: row.revision };
  }

  /** Operations by item, in their order: of the whole plant, or of the items that are named. */
  async byItem(tx: Tx, items?: readonly string[]): Promise<Map<string, RoutingOperation[]>> {
    const where = 'where plant = $1 and ($2::text[] is null or item = any($2))';
    const parameters = [tx.plant, items ?? null];
    const operations = await tx.query<OperationRow>(
      `${SELECT_OPERATIONS} ${where} order by item, no`,
      parameters,
    );
    const stations = await tx.query<StationRow>(
      `${SELECT_STATIONS} ${where} order by item, no, position`,
      parameters,
    );
    return assembled(operations, stations);
  }

  /** Items whose routings use a station. */
  async itemsAt(tx: Tx, stations: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ item: string }>(
      'select distinct item from routing_station where plant = $1 and station = any($2) order by item',
      [tx.plant, stations],
    );
    return rows.map(({ item }) => item);
  }

  /** Replaces the routing of an item. */
  async put(tx: Tx, item: string, operations: readonly RoutingOperation[]): Promise<Routing | Refusal> {
    const saved = await putRevised(tx, {
      entity: RoutingEntity,
      key: { plant: tx.plant, item },
      values: {},
      check: (stored) => ifMatches(`routing of ${item}`, stored),
    });
    if (isRefusal(saved)) return saved;
    const key = { plant: tx.plant, item };
    await tx.of(RoutingOperationEntity).delete(key);
    await tx
      .of(RoutingOperationEntity)
      .insert(
        operations.map(({ stations: _, nameZh, ...rest }) => ({ ...key, ...rest, nameZh: nameZh ?? null })),
      );
    await tx
      .of(RoutingStationEntity)
      .insert(
        operations.flatMap(({ no, stations }) =>
          stations.map((way, position) => ({ ...key, no, position, ...way })),
        ),
      );
    return { item, operations: [...operations], revision: saved.revision };
  }

  /** Replaces the routings of many items. */
  async putMany(
    tx: Tx,
    routings: readonly (readonly [item: string, operations: readonly RoutingOperation[]])[],
  ): Promise<void> {
    const { plant } = tx;
    const items = routings.map(([item]) => item);
    await putMany(
      tx,
      RoutingEntity,
      items.map((item) => ({ plant, item })),
    );
    await tx.of(RoutingOperationEntity).delete({ plant, item: Any(items) });
    const all = routings.flatMap(([item, operations]) => operations.map((one) => ({ item, ...one })));
    await insertMany(
      tx,
      RoutingOperationEntity,
      all.map(({ stations: _, nameZh, ...rest }) => ({ plant, ...rest, nameZh: nameZh ?? null })),
    );
    await insertMany(
      tx,
      RoutingStationEntity,
      all.flatMap(({ item, no, stations }) =>
        stations.map((way, position) => ({ plant, item, no, position, ...way })),
      ),
    );
  }
}

function assembled(
  operations: readonly OperationRow[],
  stations: readonly StationRow[],
): Map<string, RoutingOperation[]> {
  const ways = new Map<string, RoutingOperation['stations']>();
  for (const { item, no, ...way } of stations) {
    const key = `${item}\n${no}`;
    const list = ways.get(key);
    if (list) list.push(way);
    else ways.set(key, [way]);
  }
  const routings = new Map<string, RoutingOperation[]>();
  for (const { item, nameZh, ...rest } of operations) {
    const operation = {
      ...rest,
      ...(nameZh === null ? {} : { nameZh }),
      stations: ways.get(`${item}\n${rest.no}`) ?? [],
    };
    const list = routings.get(item);
    if (list) list.push(operation);
    else routings.set(item, [operation]);
  }
  return routings;
}
