import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { ShiftBook } from './shift-book';
import { ShiftRepository, type Span } from './shift.repository';
import { WorkerRepository } from './worker.repository';

/** A shift that touches a window may begin or end outside of it, by this at most. */
const REACH_MS = 2 * 86_400_000;

/** Reads the shift book of the transaction's plant. */
@Injectable()
export class ShiftBookReader {
  constructor(
    private readonly plants: PlantRepository,
    private readonly shifts: ShiftRepository,
    private readonly workers: WorkerRepository,
  ) {}

  /**
   * The shift book for a window, in six statements.
   * @throws Error when the transaction has no plant
   */
  async read(tx: Tx, { from, to }: Span): Promise<ShiftBook> {
    const plant = await this.plants.plant(tx);
    if (!plant)
      throw new Error(`There is no plant ${tx.plant}. Maybe the work was for the whole installation.`);
    const reach = { from: new Date(from.getTime() - REACH_MS), to: new Date(to.getTime() + REACH_MS) };
    return new ShiftBook({
      plant,
      lines: await this.plants.lines(tx),
      stations: await this.plants.allStations(tx),
      patterns: await this.shifts.patterns(tx),
      exceptions: await this.shifts.exceptions(tx, reach),
      workers: await this.workers.all(tx),
    });
  }
}
