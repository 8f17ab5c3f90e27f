import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '@takt/contracts';
import { closeWork, loosen, reverse, type MovementDraft } from '@takt/inventory';
import { Exact, decimalText, notBelowZero, sum } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { LineKey } from '../order';
import {
  LedgerPort,
  type ClaimedUse,
  type Ending,
  type LinePieces,
  type MaterialNeed,
  type ReportBooking,
  type WorkOrderState,
} from '../production';
import { LedgerRepository } from './ledger.repository';
import { ReportBooker } from './report-booker';
import { ReservationRepository } from './reservation.repository';
import { StockRoom } from './stock-room';

/** The stock ledger as production uses it: components are kept and consumed, pieces move on, finished goods come in. */
@Injectable()
export class LedgerService extends LedgerPort {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly reservations: ReservationRepository,
    private readonly booker: ReportBooker,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override async free(tx: Tx, items: readonly string[]): Promise<Map<string, string>> {
    await this.ledger.lock(tx, items);
    return this.freeNow(tx, items);
  }

  override async freeNow(tx: Tx, items: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const item of items) found.set(item, decimalText(await this.room.free(tx, item)));
    return found;
  }

  override async positions(
    tx: Tx,
    items: readonly string[],
  ): Promise<Map<string, { onHand: string; reserved: string }>> {
    const found = new Map<string, { onHand: string; reserved: string }>();
    for (const item of items) {
      const { lots } = await this.room.shelf(tx, item, null);
      const usable = lots.filter(
        ({ place, expiresAt }) =>
          place !== 'quarantine' && (expiresAt === null || expiresAt > this.clock.now()),
      );
      const kept = await this.reservations.ofItem(tx, item);
      found.set(item, {
        onHand: decimalText(sum(usable.map(({ onHand }) => onHand))),
        reserved: decimalText(sum(kept.map(({ qty }) => qty))),
      });
    }
    return found;
  }

  override async keep(tx: Tx, needs: readonly MaterialNeed[]): Promise<string[]> {
    await this.ledger.lock(
      tx,
      needs.map(({ item }) => item),
    );
    const kept: string[] = [];
    for (const need of needs) {
      const qty = decimalText(Exact.min(need.qty, await this.room.free(tx, need.item)));
      if (qty !== '0') await this.reservations.keepForOperation(tx, { ...need, qty }, this.clock.now());
      kept.push(qty);
    }
    return kept;
  }

  override async loosen(tx: Tx, { workOrder, operationNo, item, qty }: MaterialNeed): Promise<void> {
    const kept = await this.reservations.ofWorkOrder(tx, workOrder);
    const own = kept.filter((one) => one.item === item && one.operationNo === operationNo);
    await this.reservations.lessen(tx, loosen(own, qty));
  }

  override giveBack(tx: Tx, workOrders: readonly string[]): Promise<void> {
    return this.reservations.removeOf(tx, workOrders);
  }

  override doubtfulLot(tx: Tx, claimed: ClaimedUse): Promise<Refusal | null> {
    return this.booker.doubtfulLot(tx, claimed);
  }

  override book(tx: Tx, booking: ReportBooking): Promise<void> {
    return this.booker.book(tx, booking);
  }

  override async unbook(tx: Tx, report: string, { by, note }: { by: string; note: string }): Promise<void> {
    const entries = await this.ledger.ofReport(tx, report);
    await this.ledger.lock(
      tx,
      entries.map(({ item }) => item),
    );
    const counters: MovementDraft[] = [];
    for (const entry of entries) {
      const { reversedBy, corrections } = await this.ledger.about(tx, entry.id);
      const counter = reverse(entry, corrections, reversedBy, note);
      if (!isRefusal(counter)) counters.push(counter);
    }
    await this.room.write(tx, counters, { by });
    for (const { kind, item, qty, cause } of counters)
      if (kind === 'backflush' && cause.workOrder && cause.operation)
        await this.keep(tx, [{ workOrder: cause.workOrder, operationNo: noOf(cause.operation), item, qty }]);
  }

  override async close(tx: Tx, workOrder: WorkOrderState, { report, at, by }: Ending): Promise<void> {
    const { item, lot, id } = workOrder;
    const valued = await this.room.valued(tx, item);
    if (!valued) return;
    const wip = await this.ledger.lotBalance(tx, item, 'wip', lot);
    const { item: product, costing } = valued;
    await this.room.write(
      tx,
      closeWork({ product, lot, wip, costing, at, cause: { report, workOrder: id } }),
      { by },
    );
  }

  override keepFinished(
    tx: Tx,
    { item, lot }: WorkOrderState,
    { order, line }: LineKey,
    qty: string,
  ): Promise<void> {
    return this.reservations.keepForLine(tx, { order, line, item, lot, qty }, this.clock.now());
  }

  override async finished(tx: Tx, { item, lot }: WorkOrderState): Promise<string> {
    return decimalText((await this.ledger.lotBalance(tx, item, 'finished', lot)).qty);
  }

  override async takeFromLines(tx: Tx, { item, lot }: WorkOrderState, qty: string): Promise<LinePieces[]> {
    await this.ledger.lock(tx, [item]);
    const kept = await this.reservations.ofLot(tx, item, lot);
    const { qty: onHand } = await this.ledger.lotBalance(tx, item, 'finished', lot);
    const spare = notBelowZero(onHand.minus(sum(kept.map((one) => one.qty))));
    const wanted = notBelowZero(new Exact(qty).minus(spare));
    const remainders = new Map(loosen(kept, wanted).map((one) => [one.id, one.qty]));
    await this.reservations.lessen(
      tx,
      [...remainders].map(([id, left]) => ({ id, qty: left })),
    );
    return kept.flatMap(({ id, order, line, qty: before }) => {
      const left = remainders.get(id);
      if (left === undefined || order === null || line === null) return [];
      return [{ order, line, qty: decimalText(new Exact(before).minus(left)) }];
    });
  }
}

/** Number of an operation by its id: 20 of `WO-1017.20`. */
function noOf(operation: string): number {
  return Number(operation.slice(operation.lastIndexOf('.') + 1));
}
