import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '@takt/contracts';
import { freeOf, loosen, reserve, ship, useKept, type MovementDraft } from '@takt/inventory';
import { Exact, decimalText, sum } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { lineName, StockPort, type Dispatch, type GoodsNeed, type LineKey } from '../order';
import { LedgerRepository } from './ledger.repository';
import { PastStock } from './past-stock';
import { ReservationRepository } from './reservation.repository';
import { StockRoom, type Shelf } from './stock-room';

/** Finished goods for orders: kept for lines, first expired first, and shipped. */
@Injectable()
export class GoodsService extends StockPort {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly reservations: ReservationRepository,
    private readonly past: PastStock,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override async free(tx: Tx, { item, qty, at, minDays }: GoodsNeed): Promise<string> {
    const { lots } = await this.room.shelf(tx, item, null);
    return decimalText(Exact.min(qty, freeOf(lots, { at, minDays })));
  }

  override async reserve(
    tx: Tx,
    { item, qty, at, minDays, order, line }: GoodsNeed & LineKey,
  ): Promise<string> {
    await this.ledger.lock(tx, [item]);
    const { lots } = await this.room.shelf(tx, item, null);
    const { reservations } = reserve({ item, qty, holder: lineName({ order, line }) }, lots, { at, minDays });
    for (const { lot, qty: part } of reservations)
      await this.reservations.keepForLine(tx, { order, line, item, lot, qty: part }, this.clock.now());
    return decimalText(sum(reservations.map((one) => one.qty)));
  }

  override async giveBack(tx: Tx, line: LineKey, qty: string): Promise<void> {
    await this.reservations.lessen(tx, loosen(await this.reservations.ofLine(tx, line), qty));
  }

  override async ship(tx: Tx, dispatch: Dispatch): Promise<Refusal | null> {
    const { order, line, item, by } = dispatch;
    await this.ledger.lock(tx, [item]);
    const shelf = await this.room.shelf(tx, item, lineName({ order, line }));
    const shipped = await this.leaving(tx, shelf, dispatch);
    if (isRefusal(shipped)) return shipped;
    await this.room.write(tx, shipped, { by });
    await this.reservations.lessen(
      tx,
      useKept(await this.reservations.ofLine(tx, { order, line }), shipped.map(taken)),
    );
    return null;
  }

  /** From lots that lay there at that instant, and ever since. */
  private async leaving(
    tx: Tx,
    shelf: Shelf,
    { order, line, qty, at, minDays, worker }: Dispatch,
  ): Promise<MovementDraft[] | Refusal> {
    const occasion = { at, minDays, cause: { order, orderLine: line, worker } };
    const { lots } = await this.past.shelf(tx, shelf, at);
    const then = ship(shelf, lots, qty, occasion);
    if (!isRefusal(then)) return then;
    const now = ship(shelf, shelf.lots, qty, occasion);
    return isRefusal(now) ? now : ((await this.past.short(tx, now)) ?? then);
  }
}

const taken = ({ lot, qty }: MovementDraft): { lot: string | null; qty: Exact } => ({
  lot,
  qty: new Exact(qty).negated(),
});
