import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import type { OperationState } from './operation.repository';

/** Announces what changed of operations. */
@Injectable()
export class OperationChanges {
  constructor(private readonly plants: PlantRepository) {}

  /** The line of a station; null: of no station. */
  async lineOf(tx: Tx, station: string | null): Promise<string | null> {
    if (station === null) return null;
    return (await this.plants.station(tx, station))?.line ?? null;
  }

  /** Announces `operation.changed`: to the station where the operation is, and to the one it has left. */
  async announce(
    tx: Tx,
    operation: OperationState,
    fields: readonly string[],
    leftStation: string | null = null,
  ): Promise<void> {
    const { id, workOrder, status } = operation;
    const stations = new Set([operation.station, leftStation ?? operation.station]);
    for (const station of stations)
      tx.announce('operation.changed', {
        operation: id,
        workOrder,
        station,
        line: await this.lineOf(tx, station),
        status,
        fields: [...fields],
      });
  }
}
