import { Injectable } from '@nestjs/common';
import { loosen, type LotStock, type Remainder } from '@takt/inventory';
import { Exact, decimalText, notBelowZero, sum } from '@takt/production';
import type { Tx } from '../../platform/database';
import { OrderProgress } from '../order';
import { MaterialLoss } from '../production';
import { ReservationRepository, type KeptStock } from './reservation.repository';
import { StockRoom } from './stock-room';

/** What becomes of stock that was kept for somebody when it is blocked, has spoilt, or was never there. */
@Injectable()
export class StockLoss {
  constructor(
    private readonly room: StockRoom,
    private readonly reservations: ReservationRepository,
    private readonly progress: OrderProgress,
    private readonly materials: MaterialLoss,
  ) {}

  /** Locks the order lines for which stock of an item is kept: before the item is locked, as everybody does. */
  async lockLines(tx: Tx, item: string): Promise<void> {
    const kept = await this.reservations.ofItem(tx, item);
    await this.progress.lock(
      tx,
      kept.flatMap(({ order, line }) => (order === null || line === null ? [] : [{ order, line }])),
    );
  }

  /**
   * Nobody keeps more of an item than is there and may be used: order lines that lose some are covered anew (`order.short`), work
   * orders that lose some wait for it.
   */
  async settle(tx: Tx, item: string, by: string): Promise<void> {
    const { lots } = await this.room.shelf(tx, item, null);
    const kept = await this.reservations.ofItem(tx, item);
    await this.lessen(tx, kept, [...ofLots(kept, lots), ...ofAnyLot(kept, lots)], { item, by });
  }

  private async lessen(
    tx: Tx,
    kept: readonly KeptStock[],
    remainders: readonly Remainder[],
    { item, by }: { item: string; by: string },
  ): Promise<void> {
    await this.reservations.lessen(tx, remainders);
    const left = new Map(remainders.map(({ id, qty }) => [id, qty]));
    for (const { id, qty, order, line, workOrder, operationNo } of kept) {
      const rest = left.get(id);
      if (rest === undefined) continue;
      const lost = decimalText(new Exact(qty).minus(rest));
      if (order !== null && line !== null) {
        await this.progress.readied(tx, { order, line }, `-${lost}`);
        tx.announce('order.short', { order, line });
      } else if (workOrder !== null && operationNo !== null)
        await this.materials.lost(tx, { workOrder, operationNo, item, qty: lost }, by);
    }
  }
}

const usable = (lots: readonly LotStock[]): LotStock[] => lots.filter(({ place }) => place !== 'quarantine');

/** What is kept of certain lots beyond what they hold: who came last loses first. */
function ofLots(kept: readonly KeptStock[], lots: readonly LotStock[]): Remainder[] {
  const named = new Set(kept.flatMap(({ lot }) => lot ?? []));
  return [...named].flatMap((lot) => {
    const there = sum(
      usable(lots)
        .filter((one) => one.lot === lot)
        .map(({ onHand }) => onHand),
    );
    return beyond(
      kept.filter((one) => one.lot === lot),
      notBelowZero(there),
    );
  });
}

/** What is kept of any lot beyond what the lots hold that nobody keeps. */
function ofAnyLot(kept: readonly KeptStock[], lots: readonly LotStock[]): Remainder[] {
  const there = sum(usable(lots).map(({ onHand }) => onHand));
  const named = sum(kept.filter(({ lot }) => lot !== null).map(({ qty }) => qty));
  return beyond(
    kept.filter(({ lot }) => lot === null),
    notBelowZero(there.minus(named)),
  );
}

function beyond(kept: readonly KeptStock[], there: Exact): Remainder[] {
  const excess = sum(kept.map(({ qty }) => qty)).minus(there);
  return excess.greaterThan(0) ? loosen(kept, excess) : [];
}
