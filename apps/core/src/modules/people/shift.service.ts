import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { checkException, checkPattern } from '@takt/calendar';
import { isRefusal, refuse, type Refusal, type ShiftException, type ShiftPattern } from '@takt/contracts';
import { Database, type Tx } from '../../platform/database';
import { PlantRepository, type Values } from '../plant';
import { calendarException } from './shift-book';
import { ShiftRepository } from './shift.repository';
import { spanOf, type Window } from './window';
import { WorkerRepository } from './worker.repository';

/** Longest window of exceptions, in days: a year, for the calendar of the office. */
const DAYS_MAX = 366;

/** Shift patterns and what differs from them. Every change makes the plan follow. */
@Injectable()
export class ShiftService {
  constructor(
    private readonly database: Database,
    private readonly plants: PlantRepository,
    private readonly workers: WorkerRepository,
    private readonly shifts: ShiftRepository,
  ) {}

  /** Shift patterns, by id. */
  patterns(plant: string): Promise<ShiftPattern[]> {
    return this.database.read(plant, (tx) => this.shifts.patterns(tx));
  }

  /** Creates or changes a pattern. @returns shift.invalid, shift.overlap */
  putPattern(plant: string, id: string, values: Values<ShiftPattern>): Promise<ShiftPattern | Refusal> {
    return this.database.write(plant, async (tx) => {
      const refusal = checkPattern(values);
      if (refusal) return refusal;
      const saved = await this.shifts.putPattern(tx, id, values);
      if (isRefusal(saved)) return saved;
      tx.announce('shift.changed', { line: null, station: null, worker: null, kind: 'shift pattern', id });
      tx.announce('plant.changed', { kind: 'shift pattern', id, replan: false });
      return saved;
    });
  }

  /** Exceptions in a window. @returns shift.window */
  exceptions(plant: string, window: Window): Promise<ShiftException[] | Refusal> {
    const span = spanOf(window, DAYS_MAX, 'shift');
    if (isRefusal(span)) return Promise.resolve(span);
    return this.database.read(plant, (tx) => this.shifts.exceptions(tx, span, window.line ?? null));
  }

  /** Adds an exception. @returns shift.invalid, reference.unknown */
  addException(
    plant: string,
    values: Omit<ShiftException, 'id' | 'revision'>,
  ): Promise<ShiftException | Refusal> {
    return this.database.write(plant, async (tx) => {
      const exception: ShiftException = {
        ...values,
        startAt: new Date(values.startAt).toISOString(),
        endAt: new Date(values.endAt).toISOString(),
        id: uuid(),
        revision: 1,
      };
      const refusal = checkException(calendarException(exception)) ?? (await this.unknown(tx, values));
      if (refusal) return refusal;
      await this.shifts.addException(tx, exception);
      announce(tx, exception);
      return exception;
    });
  }

  /** Removes an exception. @returns thing.unknown */
  removeException(plant: string, id: string): Promise<void | Refusal> {
    return this.database.write(plant, async (tx) => {
      const removed = await this.shifts.removeException(tx, id);
      if (!removed) return refuse('thing.unknown', { kind: 'exception', id });
      announce(tx, removed);
    });
  }

  private async unknown(
    tx: Tx,
    { line, station, worker }: Pick<ShiftException, 'line' | 'station' | 'worker'>,
  ): Promise<Refusal | null> {
    const missing = (kind: string, id: string) => refuse('reference.unknown', { field: kind, kind, id });
    if (line !== null && !(await this.plants.lines(tx)).some(({ id }) => id === line))
      return missing('line', line);
    if (station !== null && !(await this.plants.station(tx, station))) return missing('station', station);
    if (worker !== null && !(await this.workers.find(tx, worker))) return missing('worker', worker);
    return null;
  }
}

function announce(tx: Tx, { id, kind, line, station, worker, startAt, endAt }: ShiftException): void {
  tx.announce('shift.changed', { line, station, worker, kind, id, fromAt: startAt, toAt: endAt });
  tx.announce('plant.changed', { kind: 'exception', id, replan: false });
}
