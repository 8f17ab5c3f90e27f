import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Keeping, Remainder } from '@takt/inventory';
import { decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';
import { lineName, type LineKey } from '../order';
import type { MaterialNeed } from '../production';
import { ReservationEntity } from './inventory.entity';

/** Stock that is kept, with whom it is for. */
export interface KeptStock extends Keeping {
  readonly item: string;
  readonly order: string | null;
  readonly line: number | null;
  readonly workOrder: string | null;
  readonly operationNo: number | null;
}

/** Stock of an item for an order line. */
export interface LineKeeping extends LineKey {
  readonly item: string;
  readonly lot: string | null;
  /** decimal text > 0 */
  readonly qty: string;
}

function keptOf({ plant: _, createdAt: _createdAt, qty, ...row }: ReservationEntity): KeptStock {
  const { order, line, workOrder } = row;
  const holder = order === null || line === null ? (workOrder ?? '') : lineName({ order, line });
  return { ...row, qty: decimalText(qty), holder };
}

/** Reservations in PostgreSQL. */
@Injectable()
export class ReservationRepository {
  /** What is kept of an item, by everybody, the oldest first. */
  async ofItem(tx: Tx, item: string): Promise<KeptStock[]> {
    return this.found(tx, { item });
  }

  /** What is kept for a line. */
  ofLine(tx: Tx, { order, line }: LineKey): Promise<KeptStock[]> {
    return this.found(tx, { order, line });
  }

  /** What is kept for a work order. */
  ofWorkOrder(tx: Tx, workOrder: string): Promise<KeptStock[]> {
    return this.found(tx, { workOrder });
  }

  /** What is kept of a lot for order lines. */
  async ofLot(tx: Tx, item: string, lot: string): Promise<KeptStock[]> {
    return (await this.found(tx, { item, lot })).filter(({ order }) => order !== null);
  }

  /** Keeps stock for a line. */
  async keepForLine(tx: Tx, { order, line, item, lot, qty }: LineKeeping, at: number): Promise<void> {
    await tx.of(ReservationEntity).insert({
      ...{ plant: tx.plant, id: uuid(), item, lot, qty, order, line },
      workOrder: null,
      operationNo: null,
      createdAt: new Date(at),
    });
  }

  /** Keeps stock of any lot for an operation. */
  async keepForOperation(
    tx: Tx,
    { item, qty, workOrder, operationNo }: MaterialNeed,
    at: number,
  ): Promise<void> {
    await tx.of(ReservationEntity).insert({
      ...{ plant: tx.plant, id: uuid(), item, lot: null, qty, workOrder, operationNo },
      order: null,
      line: null,
      createdAt: new Date(at),
    });
  }

  /** Stores what remains of some reservations; those with nothing left go. */
  async lessen(tx: Tx, remainders: readonly Remainder[]): Promise<void> {
    for (const { id, qty } of remainders)
      if (qty === '0') await tx.of(ReservationEntity).delete({ plant: tx.plant, id });
      else await tx.of(ReservationEntity).update({ plant: tx.plant, id }, { qty });
  }

  /** Removes what is kept for work orders. */
  async removeOf(tx: Tx, workOrders: readonly string[]): Promise<void> {
    await tx.query('delete from reservation where plant = $1 and work_order = any($2)', [
      tx.plant,
      workOrders,
    ]);
  }

  private async found(
    tx: Tx,
    where: Partial<Pick<ReservationEntity, 'item' | 'lot' | 'order' | 'line' | 'workOrder'>>,
  ): Promise<KeptStock[]> {
    const rows = await tx
      .of(ReservationEntity)
      .find({ where: { plant: tx.plant, ...where } as never, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(keptOf);
  }
}
