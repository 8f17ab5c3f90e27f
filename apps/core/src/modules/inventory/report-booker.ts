import { Injectable } from '@nestjs/common';
import {
  bookReport,
  checkClaimedLot,
  consumptionOf,
  expiryOf,
  useKept,
  type Component,
  type LotStock,
  type MovementDraft,
  type ReportedPieces,
} from '@takt/inventory';
import { Exact, sum } from '@takt/production';
import type { Refusal } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { WorkOrderRepository, type ClaimedUse, type ReportBooking } from '../production';
import { LedgerRepository } from './ledger.repository';
import { LotRepository } from './lot.repository';
import { ReservationRepository } from './reservation.repository';
import { StockRoom, type Shelf } from './stock-room';

/** Books reports: what the operation consumed, what moves on, what is finished. */
@Injectable()
export class ReportBooker {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly lots: LotRepository,
    private readonly reservations: ReservationRepository,
    private readonly workOrders: WorkOrderRepository,
  ) {}

  /** Books a report within a transaction. */
  async book(tx: Tx, booking: ReportBooking): Promise<void> {
    const { workOrder, materials, at, by, report, operation, worker } = booking;
    const components = materials.filter(({ operationNo }) => operationNo === booking.no);
    await this.ledger.lock(tx, [workOrder.item, ...components.map(({ component }) => component)]);
    const product = await this.room.shelf(tx, workOrder.item, null);
    const { movements } = bookReport(await this.components(tx, booking), await this.pieces(tx, booking), {
      product: product.item,
      lot: workOrder.lot,
      wip: await this.ledger.lotBalance(tx, workOrder.item, 'wip', workOrder.lot),
      costing: product.costing,
      at,
      cause: { report, operation, workOrder: workOrder.id, worker },
    });
    await this.makeLot(tx, booking, product);
    await this.room.write(tx, movements, { by });
    await this.useKept(tx, booking, movements);
  }

  /** What is wrong with a lot that is said to have been used. @returns `report.lot` or null */
  async doubtfulLot(
    tx: Tx,
    { lot, materials, no, first, operation, at }: ClaimedUse,
  ): Promise<Refusal | null> {
    const consumed = consumptionOf(materials, no, first, 1).map(({ component }) => component);
    const lots: LotStock[] = [];
    for (const item of consumed) lots.push(...(await this.lots.stock(tx, item)));
    return checkClaimedLot({ lot, known: await this.lots.find(tx, lot), operation, consumed, lots, at });
  }

  private async components(tx: Tx, booking: ReportBooking): Promise<Component[]> {
    const { materials, no, first, good, scrap, rework, workOrder, lot } = booking;
    const needs = consumptionOf(materials, no, first, sum([good, scrap, rework]));
    const owner = lot === null ? null : await this.lots.itemOf(tx, lot);
    const unproven = lot !== null && needs.every(({ component }) => component !== owner);
    const found: Component[] = [];
    for (const { component, qty } of needs) {
      const shelf = await this.room.shelf(tx, component, workOrder.id);
      found.push({ ...shelf, qty, scanned: component === owner ? lot : null, unproven });
    }
    return found;
  }

  /** Pieces of a rework order come from the quarantined pieces of the work order that it repairs. */
  private async pieces(tx: Tx, booking: ReportBooking): Promise<ReportedPieces> {
    const { good, scrap, rework, first, last, workOrder } = booking;
    const pieces = { good, scrap, rework, first, last, reworked: null };
    if (workOrder.kind !== 'rework' || workOrder.parent === null) return pieces;
    const parent = await this.workOrders.find(tx, workOrder.parent);
    if (!parent) return pieces;
    const stock = await this.ledger.lotBalance(tx, workOrder.item, 'quarantine', parent.lot);
    return { ...pieces, reworked: { lot: parent.lot, stock } };
  }

  private async makeLot(
    tx: Tx,
    { good, rework, last, at, workOrder }: ReportBooking,
    product: Shelf,
  ): Promise<void> {
    const finished = last && new Exact(good).greaterThan(0);
    if (!finished && new Exact(rework).isZero()) return;
    const { lot: id, item } = workOrder;
    const expiresAt = expiryOf(at, product.item.shelfLifeDays);
    await this.lots.ensure(tx, {
      id,
      item,
      madeAt: at,
      expiresAt,
      workOrder: workOrder.id,
      supplierLot: null,
    });
  }

  /** What was consumed is no longer kept for the operation. */
  private async useKept(tx: Tx, booking: ReportBooking, movements: readonly MovementDraft[]): Promise<void> {
    const consumed = movements.filter(({ kind }) => kind === 'backflush');
    if (consumed.length === 0) return;
    const kept = (await this.reservations.ofWorkOrder(tx, booking.workOrder.id)).filter(
      ({ operationNo }) => operationNo === booking.no,
    );
    for (const item of new Set(consumed.map((one) => one.item))) {
      const taken = consumed.filter((one) => one.item === item);
      await this.reservations.lessen(
        tx,
        useKept(
          kept.filter((one) => one.item === item),
          taken.map(({ qty }) => ({ lot: null, qty: new Exact(qty).negated() })),
        ),
      );
    }
  }
}
