import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type InputOf, type Refusal, type inventoryRoutes } from '@takt/contracts';
import {
  adjust,
  checkFound,
  checkPlace,
  checkStillThere,
  reverse,
  takenAway,
  type MovementDraft,
  type Valued,
} from '@takt/inventory';
import { Exact } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { LedgerRepository, type KeptMovement } from './ledger.repository';
import { PastMovementRepository } from './past-movement.repository';
import { PastStock } from './past-stock';
import { repeated } from './repeated-movement';
import { StockLoss } from './stock-loss';
import { StockRoom } from './stock-room';

type Adjustment = InputOf<typeof inventoryRoutes.adjust>['body'];
type Reversal = InputOf<typeof inventoryRoutes.reverse>;

/** Corrections of counts and counter-entries by hand, within a transaction. Each command is one movement, once. */
@Injectable()
export class MovementService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly past: PastMovementRepository,
    private readonly loss: StockLoss,
    private readonly stock: PastStock,
  ) {}

  /**
   * Corrects a count of a lot or, without one, of what lies at the place without a lot: nobody counts less than nothing.
   * @returns `reference.unknown` · `movement.date` · `lot.other-item` · `stock.short` · `stock.lot-needed` · `quantity.fraction` ·
   * `stock.odd-place` · `count.too-much` · `idempotency.mismatch`, or the id of the movement
   */
  async adjust(tx: Tx, adjustment: Adjustment, caller: Caller): Promise<string | Refusal> {
    const { commandId, item, qty, place, reason, lot = null } = adjustment;
    const kept = await this.ledger.command(tx, commandId);
    if (kept) return repeated(kept, { commandId, kind: 'adjustment', item, qty });
    await this.loss.lockLines(tx, item);
    await this.ledger.lock(tx, [item]);
    const valued = await this.room.named(tx, item);
    if (isRefusal(valued)) return valued;
    const occasion = this.room.occasion(adjustment.at, caller, reason);
    if (isRefusal(occasion)) return occasion;
    const wrong = await this.room.wrongDifference(tx, valued.item, { place, lot }, qty);
    if (wrong) return wrong;
    const odd = await this.oddFind(tx, valued, adjustment);
    if (odd) return odd;
    const draft = adjust(valued, qty, { place, lot }, occasion);
    const short = await this.stock.short(tx, [draft]);
    if (short) return short;
    const [id = ''] = await this.room.write(tx, [draft], { by: caller.id, commandId });
    await this.loss.settle(tx, item, caller.id);
    return id;
  }

  /**
   * Takes a movement by hand back.
   * @returns `thing.unknown` · `thing.exists` (taken back already) · `movement.bound` · `movement.used` · `idempotency.mismatch`, or
   * the counter-entry
   */
  async reverse(tx: Tx, { params, body }: Reversal, caller: Caller): Promise<string | Refusal> {
    const kept = await this.ledger.command(tx, body.commandId);
    if (kept)
      return kept.reverses === params.movement
        ? kept.id
        : refuse('idempotency.mismatch', { key: body.commandId });
    const entry = await this.ledger.find(tx, params.movement);
    if (!entry) return refuse('thing.unknown', { kind: 'movement', id: params.movement });
    await this.loss.lockLines(tx, entry.item);
    await this.ledger.lock(tx, [entry.item]);
    const owner = entry.cause.report ?? (entry.kind === 'shipment' ? entry.cause.order : null);
    if (owner) return refuse('movement.bound', { movement: entry.id, owner });
    const counters = await this.counters(tx, entry, body.reason);
    if (isRefusal(counters)) return counters;
    const used = await this.used(tx, entry, counters);
    if (used) return used;
    const { commandId } = body;
    const [id = ''] = await this.room.write(tx, counters, { by: caller.id, commandId, booking: commandId });
    await this.loss.settle(tx, entry.item, caller.id);
    return id;
  }

  /** Counter-entries of a line and of those that belong to it, its own first. */
  private async counters(tx: Tx, entry: KeptMovement, reason: string): Promise<MovementDraft[] | Refusal> {
    const booked = entry.booking === null ? [] : await this.ledger.ofBooking(tx, entry.booking);
    const drafts: MovementDraft[] = [];
    for (const one of [entry, ...booked.filter(({ id }) => id !== entry.id)]) {
      const { reversedBy, corrections } = await this.ledger.about(tx, one.id);
      const counter = reverse(one, corrections, reversedBy, reason);
      if (isRefusal(counter)) return counter;
      if (await this.gone(tx, one))
        return refuse('movement.bound', { movement: one.id, owner: one.cause.workOrder ?? one.item });
      drafts.push(counter);
    }
    return drafts;
  }

  /** What is found at a count, in a lot, where it cannot be or beyond what can be. */
  private async oddFind(
    tx: Tx,
    { item, pool }: Valued,
    { place, lot, qty }: Adjustment,
  ): Promise<Refusal | null> {
    if (lot === undefined || new Exact(qty).isNegative()) return null;
    const largest = await this.past.largestIn(tx, item.id);
    return checkPlace(item, place) ?? checkFound(item, qty, { onHand: pool.qty, largest });
  }

  /** What counter-entries take away has been used since, even where it was replaced later. */
  private async used(
    tx: Tx,
    { id, seq, occurredAt }: KeptMovement,
    counters: readonly MovementDraft[],
  ): Promise<Refusal | null> {
    for (const taken of takenAway(counters)) {
      const { item, lot, place } = taken;
      const left = await this.stock.lowest(tx, taken, occurredAt);
      const used = await this.past.usedSince(tx, { item, lot, place, seq });
      const refusal = checkStillThere(id, taken, left, used);
      if (refusal) return refusal;
    }
    return null;
  }

  /** What a line brought into work in progress has moved on with the pieces. */
  private async gone(tx: Tx, { place, item, lot, value }: KeptMovement): Promise<boolean> {
    if (place !== 'wip' || lot === null) return false;
    return (await this.ledger.lotBalance(tx, item, 'wip', lot)).value.lessThan(value);
  }
}
