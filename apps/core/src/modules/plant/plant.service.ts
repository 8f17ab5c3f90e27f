import { Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type Line,
  type Plant,
  type Reason,
  type Refusal,
  type Station,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { requireMatch, type PageRequest } from '../../platform/http';
import { PlantFounder } from './plant-founder';
import { PlantRepository, type StationFilter, type Values } from './plant.repository';
import { ShiftPatterns } from './shift-patterns';
import { StationChangeovers } from './station-changeovers';

/** PostgreSQL's code for a row that others refer to. */
const IN_USE = '23503';

/** Plants with their lines, stations and reason codes. */
@Injectable()
export class PlantService {
  constructor(
    private readonly database: Database,
    private readonly repository: PlantRepository,
    private readonly changeovers: StationChangeovers,
    private readonly patterns: ShiftPatterns,
    private readonly founder: PlantFounder,
  ) {}

  /** The plant; every caller has one. */
  async plant(plant: string): Promise<Plant | Refusal> {
    const found = await this.database.read(plant, (tx) => this.repository.plant(tx));
    return found ?? refuse('thing.unknown', { kind: 'plant', id: plant });
  }

  /** Every plant of the installation, for core's own work. */
  plants(): Promise<Plant[]> {
    return this.database.read('*', (tx) => this.repository.plants(tx));
  }

  /** Sets up a plant. @param caller becomes its administrator; none at the first start */
  create(id: string, values: Values<Plant>, caller?: Caller): Promise<Plant | Refusal> {
    return this.database.write('*', async (tx) => {
      const saved = await this.repository.putPlant(tx, id, values, (stored) =>
        stored ? refuse('thing.exists', { kind: 'plant', id }) : null,
      );
      if (isRefusal(saved)) return saved;
      if (caller) await this.founder.admit(tx, id, caller);
      tx.announce('plant.changed', { kind: 'plant', id, replan: false }, id);
      return saved;
    });
  }

  /** Changes the plant of the caller. */
  update(plant: string, id: string, values: Values<Plant>): Promise<Plant | Refusal> {
    if (plant !== id) return Promise.resolve(refuse('thing.unknown', { kind: 'plant', id }));
    return this.database.write(plant, async (tx) => {
      const saved = await this.repository.putPlant(tx, id, values, (stored) =>
        stored
          ? requireMatch(`plant ${id}`, stored.revision)
          : refuse('thing.unknown', { kind: 'plant', id }),
      );
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind: 'plant', id, replan: true });
      return saved;
    });
  }

  /** Lines, in the order of screens. */
  lines(plant: string): Promise<Line[]> {
    return this.database.read(plant, (tx) => this.repository.lines(tx));
  }

  /** Creates or changes a line. Its shift pattern must exist. */
  putLine(plant: string, id: string, values: Values<Line>): Promise<Line | Refusal> {
    return this.changed(plant, 'line', id, async (tx) => {
      const { shiftPattern: pattern } = values;
      if (pattern !== null && !(await this.patterns.has(tx, pattern)))
        return refuse('reference.unknown', { field: 'shiftPattern', kind: 'shift pattern', id: pattern });
      return this.repository.putLine(tx, id, values);
    });
  }

  /** Deletes a line that has no stations. */
  removeLine(plant: string, id: string): Promise<void | Refusal> {
    return this.removed(plant, 'line', id, (tx) => this.repository.removeLine(tx, id));
  }

  /** All stations, in the order of screens. */
  stations(plant: string): Promise<Station[]> {
    return this.database.read(plant, (tx) => this.repository.allStations(tx));
  }

  /** One page of stations. */
  stationPage(
    plant: string,
    filter: StationFilter,
    page: PageRequest,
  ): Promise<{ items: Station[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.repository.stationPage(tx, filter, page));
  }

  /** One station. */
  async station(plant: string, id: string): Promise<Station | Refusal> {
    const found = await this.database.read(plant, (tx) => this.repository.station(tx, id));
    return found ?? refuse('thing.unknown', { kind: 'station', id });
  }

  /** Creates or changes a station. Its line and its changeover matrix must exist. */
  putStation(plant: string, id: string, values: Values<Station>): Promise<Station | Refusal> {
    return this.changed(plant, 'station', id, async (tx) => {
      const lines = await this.repository.lines(tx);
      if (!lines.some((line) => line.id === values.line))
        return refuse('reference.unknown', { field: 'line', kind: 'line', id: values.line });
      const refusal = await this.changeovers.checkStation(tx, id, values.changeover);
      if (refusal) return refusal;
      return this.repository.putStation(tx, id, values);
    });
  }

  /** Deletes a station that nothing uses. */
  removeStation(plant: string, id: string): Promise<void | Refusal> {
    return this.removed(plant, 'station', id, (tx) => this.repository.removeStation(tx, id));
  }

  /** Reason codes, in the order of screens. */
  reasons(plant: string): Promise<Reason[]> {
    return this.database.read(plant, (tx) => this.repository.reasons(tx));
  }

  /** Creates or changes a reason code. */
  putReason(plant: string, id: string, values: Values<Reason>): Promise<Reason | Refusal> {
    return this.changed(plant, 'reason', id, (tx) => this.repository.putReason(tx, id, values));
  }

  private changed<T>(
    plant: string,
    kind: string,
    id: string,
    put: (tx: Tx) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    return this.database.write(plant, async (tx) => {
      const saved = await put(tx);
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind, id, replan: kind !== 'reason' });
      return saved;
    });
  }

  private async removed(
    plant: string,
    kind: string,
    id: string,
    remove: (tx: Tx) => Promise<boolean>,
  ): Promise<void | Refusal> {
    try {
      return await this.database.write(plant, async (tx) => {
        if (!(await remove(tx))) return refuse('thing.unknown', { kind, id });
        tx.announce('plant.changed', { kind, id, replan: true });
      });
    } catch (error) {
      if ((error as { code?: unknown }).code !== IN_USE) throw error;
      return refuse('thing.in-use', { kind, id, user: String((error as { table?: unknown }).table ?? '') });
    }
  }
}
