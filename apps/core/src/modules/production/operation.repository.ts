import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { ProcessLimit, RoutingStation } from '@takt/contracts';
import { decimalText, type OperationFacts } from '@takt/production';
import { rowById, rowsOf, type Tx } from '../../platform/database';
import { OperationEntity } from './work-order.entity';

/** An operation as decisions see it: quantities decimal text, instants epoch ms. */
export interface OperationState extends OperationFacts {
  readonly name: string;
  readonly nameZh: string | null;
  readonly family: string | null;
  readonly skill: string | null;
  /** people with the skill that it occupies */
  readonly crew: number;
  readonly ways: readonly RoutingStation[];
  readonly waitMinSec: number;
  readonly waitMaxSec: number | null;
  readonly interruptible: boolean;
  readonly limits: readonly ProcessLimit[];
  readonly instruction: string;
  readonly instructionZh: string;
  readonly plannedStartAt: number | null;
  readonly plannedEndAt: number | null;
  readonly predictedEndAt: number | null;
  /** assigned, or at work */
  readonly workers: readonly string[];
  readonly pinned: boolean;
  readonly revision: number;
}

const ms = (date: Date | null): number | null => (date === null ? null : date.getTime());
const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

function stateOf({ plant: _, ...row }: OperationEntity): OperationState {
  return {
    ...row,
    status: row.status as OperationState['status'],
    qtyTarget: decimalText(row.qtyTarget),
    qtyGood: decimalText(row.qtyGood),
    qtyScrap: decimalText(row.qtyScrap),
    qtyRework: decimalText(row.qtyRework),
    plannedStartAt: ms(row.plannedStartAt),
    plannedEndAt: ms(row.plannedEndAt),
    predictedEndAt: ms(row.predictedEndAt),
    startedAt: ms(row.startedAt),
    endedAt: ms(row.endedAt),
  };
}

function rowOf(plant: string, state: OperationState): OperationEntity {
  return {
    ...state,
    plant,
    eligible: [...state.eligible],
    ways: [...state.ways],
    limits: [...state.limits],
    workers: [...state.workers],
    plannedStartAt: dateOf(state.plannedStartAt),
    plannedEndAt: dateOf(state.plannedEndAt),
    predictedEndAt: dateOf(state.predictedEndAt),
    startedAt: dateOf(state.startedAt),
    endedAt: dateOf(state.endedAt),
  };
}

/** Operations in PostgreSQL. */
@Injectable()
export class OperationRepository {
  /** One operation. */
  async find(tx: Tx, id: string): Promise<OperationState | null> {
    const row = await rowById(tx, OperationEntity, id);
    return row && stateOf(row);
  }

  /** The operations of work orders, by number. */
  async of(tx: Tx, workOrders: readonly string[]): Promise<OperationState[]> {
    const rows = await rowsOf(
      tx,
      OperationEntity,
      'where plant = $1 and work_order = any($2) order by work_order, no',
      [tx.plant, workOrders],
    );
    return rows.map(stateOf);
  }

  /** Adds operations. */
  async add(tx: Tx, states: readonly OperationState[]): Promise<void> {
    await tx.of(OperationEntity).insert(states.map((state) => rowOf(tx.plant, state)));
  }

  /** Stores an operation and counts its revision up. */
  async save(tx: Tx, state: OperationState): Promise<OperationState> {
    const next = { ...state, revision: state.revision + 1 };
    const { plant, id, ...values } = rowOf(tx.plant, next);
    await tx.of(OperationEntity).update({ plant, id }, values as never);
    return next;
  }

  /** Holds a station for this transaction, so that of two who start something there one waits for the other. */
  async lockStation(tx: Tx, station: string): Promise<void> {
    // Not `for update`: rows that refer to the station need not wait.
    await tx.query('select 1 from station where plant = $1 and id = $2 for no key update', [
      tx.plant,
      station,
    ]);
  }

  /** The operation that runs at a station, if any. */
  async runningAt(tx: Tx, station: string): Promise<OperationState | null> {
    const row = await tx.of(OperationEntity).findOneBy({ plant: tx.plant, station, status: 'running' });
    return row && stateOf(row);
  }

  /** What was worked on at a station last before an operation began there; null: nothing that is known. */
  async lastBefore(
    tx: Tx,
    operation: string,
    { station, at }: { readonly station: string; readonly at: number },
  ): Promise<{ operation: string; startAt: number; endAt: number } | null> {
    const [run] = await tx.query<{ operation: string; startAt: Date; endAt: Date }>(
      `select operation, start_at as "startAt", end_at as "endAt" from operation_run
       where plant = $1 and station = $2 and operation <> $3 and start_at < $4 and end_at <= $4 order by start_at desc limit 1`,
      [tx.plant, station, operation, new Date(at)],
    );
    return run
      ? { operation: run.operation, startAt: run.startAt.getTime(), endAt: run.endAt.getTime() }
      : null;
  }

  /** Operations of a station that have not ended. */
  async openAt(tx: Tx, station: string): Promise<OperationState[]> {
    const rows = await tx
      .of(OperationEntity)
      .findBy({ plant: tx.plant, station, status: Not(In(['done', 'cancelled'])) });
    return rows.map(stateOf);
  }

  /** Process limits of what runs now, by station; stations where nothing runs, or nothing with limits, are left out. */
  async runningLimits(tx: Tx): Promise<Map<string, ProcessLimit[]>> {
    const rows = await tx.query<{ station: string; limits: ProcessLimit[] }>(
      `select station, limits from operation
       where plant = $1 and status = 'running' and station is not null and jsonb_array_length(limits) > 0`,
      [tx.plant],
    );
    return new Map(rows.map(({ station, limits }) => [station, limits]));
  }
}
