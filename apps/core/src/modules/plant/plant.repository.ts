import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Line, Plant, Reason, Refusal, Station } from '@takt/contracts';
import { masterById, putMany, putRevised, type Tx } from '../../platform/database';
import { cursorPage, ifMatches, type PageRequest } from '../../platform/http';
import { LineEntity, PlantEntity, ReasonEntity, StationEntity } from './plant.entity';

/** Values of a thing without its key and revision. */
export type Values<T extends { id: string; revision: number }> = Omit<T, 'id' | 'revision'>;

/** Things by id, to be written together. */
export type Many<T extends { id: string; revision: number }> = readonly (readonly [
  id: string,
  values: Values<T>,
])[];

/** Rows of things that have a name: the plant, the id, and what they are. */
export function rowsOf<V extends { nameZh?: string | undefined }>(
  tx: Tx,
  things: readonly (readonly [id: string, values: V])[],
): (V & { plant: string; id: string; nameZh: string | null })[] {
  return things.map(([id, values]) => ({ ...values, plant: tx.plant, id, nameZh: values.nameZh ?? null }));
}

/** Filters of the list of stations. */
export interface StationFilter {
  readonly line?: readonly string[] | undefined;
  readonly active?: readonly string[] | undefined;
  readonly capability?: readonly string[] | undefined;
}

const zh = (nameZh: string | null): { nameZh?: string } => (nameZh === null ? {} : { nameZh });

function plantOf({ plant, nameZh, ...rest }: PlantEntity): Plant {
  return { ...rest, id: plant, ...zh(nameZh) } as Plant;
}

function withoutPlant<E extends { plant: string; nameZh: string | null }>({
  plant: _,
  nameZh,
  ...rest
}: E): Omit<E, 'plant' | 'nameZh'> & { nameZh?: string } {
  return { ...rest, ...zh(nameZh) };
}

/** Plants, lines, stations and reasons in PostgreSQL. Writes demand a transaction. */
@Injectable()
export class PlantRepository {
  /** The plant of the transaction. */
  async plant(tx: Tx): Promise<Plant | null> {
    const row = await tx.master('plant', () => tx.of(PlantEntity).findOneBy({ plant: tx.plant }));
    return row && plantOf(row);
  }

  /** Every plant that the transaction may see. */
  async plants(tx: Tx): Promise<Plant[]> {
    return (await tx.of(PlantEntity).find({ order: { plant: 'ASC' } })).map(plantOf);
  }

  /** Creates or replaces a plant; `check` decides from what is stored. */
  async putPlant(
    tx: Tx,
    id: string,
    values: Values<Plant>,
    check: (stored: Plant | null) => Refusal | null,
  ): Promise<Plant | Refusal> {
    const saved = await putRevised(tx, {
      entity: PlantEntity,
      key: { plant: id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => check(stored && plantOf(stored)),
    });
    return 'refused' in saved ? saved : plantOf(saved);
  }

  /** The lines of the plant, in the order of screens. */
  async lines(tx: Tx): Promise<Line[]> {
    const rows = await tx
      .of(LineEntity)
      .find({ where: { plant: tx.plant }, order: { position: 'ASC', id: 'ASC' } });
    return rows.map((row) => withoutPlant(row) as Line);
  }

  /** Creates or replaces a line. */
  async putLine(tx: Tx, id: string, values: Values<Line>): Promise<Line | Refusal> {
    const saved = await putRevised(tx, {
      entity: LineEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`line ${id}`, stored),
    });
    return 'refused' in saved ? saved : (withoutPlant(saved) as Line);
  }

  /** Deletes a line. @returns whether there was one */
  async removeLine(tx: Tx, id: string): Promise<boolean> {
    return ((await tx.of(LineEntity).delete({ plant: tx.plant, id })).affected ?? 0) > 0;
  }

  /** One station. */
  async station(tx: Tx, id: string): Promise<Station | null> {
    const row = await masterById(tx, StationEntity, id);
    return row && (withoutPlant(row) as Station);
  }

  /** All stations of the plant, in the order of screens. */
  async allStations(tx: Tx): Promise<Station[]> {
    const rows = await tx
      .of(StationEntity)
      .find({ where: { plant: tx.plant }, order: { line: 'ASC', position: 'ASC', id: 'ASC' } });
    return rows.map((row) => withoutPlant(row) as Station);
  }

  /** Every station that the transaction may see, with its plant. */
  async stationsEverywhere(tx: Tx): Promise<{ plant: string; station: Station }[]> {
    const rows = await tx.of(StationEntity).find();
    return rows.map((row) => ({ plant: row.plant, station: withoutPlant(row) as Station }));
  }

  /** Some stations of a plant, also from a transaction of core itself. */
  async stationsOf(tx: Tx, plant: string, ids: readonly string[]): Promise<Station[]> {
    const rows = await tx.of(StationEntity).find({ where: { plant, id: In([...ids]) } });
    return rows.map((row) => withoutPlant(row) as Station);
  }

  /** One page of stations. */
  async stationPage(
    tx: Tx,
    filter: StationFilter,
    page: PageRequest,
  ): Promise<{ items: Station[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<{ id: string }>(
      tx,
      {
        select: 'select id from station',
        where: [
          'plant = $1',
          '$2::text[] is null or line = any($2)',
          '$3::text[] is null or active::text = any($3)',
          '$4::text[] is null or capabilities && $4',
        ],
        parameters: [tx.plant, filter.line ?? null, filter.active ?? null, filter.capability ?? null],
        sortable: { position: { sql: 'position', type: 'int' }, id: { sql: 'id', type: 'text' } },
        id: { sql: 'id', type: 'text' },
      },
      page,
    );
    const byId = new Map((await this.allStations(tx)).map((station) => [station.id, station]));
    return { items: rows.flatMap(({ id }) => byId.get(id) ?? []), nextCursor };
  }

  /** Creates or replaces a station. */
  async putStation(tx: Tx, id: string, values: Values<Station>): Promise<Station | Refusal> {
    const saved = await putRevised(tx, {
      entity: StationEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`station ${id}`, stored),
    });
    return 'refused' in saved ? saved : (withoutPlant(saved) as Station);
  }

  /** Deletes a station. @returns whether there was one */
  async removeStation(tx: Tx, id: string): Promise<boolean> {
    tx.forgetMasters();
    return ((await tx.of(StationEntity).delete({ plant: tx.plant, id })).affected ?? 0) > 0;
  }

  /** Creates or replaces many lines. */
  putLines(tx: Tx, lines: Many<Line>): Promise<void> {
    return putMany(tx, LineEntity, rowsOf(tx, lines));
  }

  /** Creates or replaces many stations. */
  putStations(tx: Tx, stations: Many<Station>): Promise<void> {
    return putMany(tx, StationEntity, rowsOf(tx, stations));
  }

  /** Creates or replaces many reason codes. */
  putReasons(tx: Tx, reasons: Many<Reason>): Promise<void> {
    return putMany(tx, ReasonEntity, rowsOf(tx, reasons));
  }

  /** Reason codes, in the order of screens. */
  async reasons(tx: Tx): Promise<Reason[]> {
    const rows = await tx
      .of(ReasonEntity)
      .find({ where: { plant: tx.plant }, order: { kind: 'ASC', position: 'ASC', id: 'ASC' } });
    return rows.map((row) => withoutPlant(row) as Reason);
  }

  /** Creates or replaces a reason code. */
  async putReason(tx: Tx, id: string, values: Values<Reason>): Promise<Reason | Refusal> {
    const saved = await putRevised(tx, {
      entity: ReasonEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`reason ${id}`, stored),
    });
    return 'refused' in saved ? saved : (withoutPlant(saved) as Reason);
  }
}
