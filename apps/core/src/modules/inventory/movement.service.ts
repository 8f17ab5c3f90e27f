import { Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type InputOf,
  type Movement,
  type Refusal,
  type inventoryRoutes,
} from '@takt/contracts';
import { adjust, expiryOf, receive, reverse, type MovementDraft, type Valued } from '@takt/inventory';
import { Exact, checkWhole } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { LedgerRepository, type KeptMovement } from './ledger.repository';
import { LotRepository } from './lot.repository';
import { StockLoss } from './stock-loss';
import { StockRoom } from './stock-room';
import { SupplyRepository } from './supply.repository';

type Receipt = InputOf<typeof inventoryRoutes.receive>['body'];
type Adjustment = InputOf<typeof inventoryRoutes.adjust>['body'];
type Reversal = InputOf<typeof inventoryRoutes.reverse>;

/** Movements by hand, within a transaction: receipts, corrections of counts, counter-entries. Each command is one movement, once. */
@Injectable()
export class MovementService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly lots: LotRepository,
    private readonly supplies: SupplyRepository,
    private readonly loss: StockLoss,
  ) {}

  /**
   * Bought material comes in, into a lot.
   * @returns `reference.unknown` · `movement.date` · `quantity.fraction` · `lot.other-item` · `idempotency.mismatch`, or the id of the
   * movement
   */
  async receive(tx: Tx, receipt: Receipt, caller: Caller): Promise<string | Refusal> {
    const { commandId, item, qty, note } = receipt;
    const kept = await this.ledger.command(tx, commandId);
    if (kept) return repeated(kept, { commandId, kind: 'receipt', item, qty });
    await this.ledger.lock(tx, [item]);
    const valued = await this.room.named(tx, item);
    if (isRefusal(valued)) return valued;
    const occasion = this.room.occasion(receipt.at, caller, note);
    if (isRefusal(occasion)) return occasion;
    const split = checkWhole(valued.item, qty);
    if (split) return split;
    const { at } = occasion;
    const lot = await this.lotFor(tx, receipt, { valued, at });
    if (isRefusal(lot)) return lot;
    const met =
      receipt.supply === undefined
        ? null
        : await this.supplies.receive(tx, receipt.supply, { item, qty, at });
    if (met) return met;
    const draft = receive(valued, qty, lot, { ...occasion, unitCost: receipt.unitCost });
    const [id = ''] = await this.room.write(tx, [draft], { by: caller.id, commandId });
    return id;
  }

  /**
   * Corrects a count of a lot or, without one, of what lies at the place without a lot: nobody counts less than nothing.
   * @returns `reference.unknown` · `movement.date` · `lot.other-item` · `stock.short` · `stock.lot-needed` · `quantity.fraction` ·
   * `idempotency.mismatch`, or the id of the movement
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
    const draft = adjust(valued, qty, { place, lot }, occasion);
    const [id = ''] = await this.room.write(tx, [draft], { by: caller.id, commandId });
    await this.loss.settle(tx, item, caller.id);
    return id;
  }

  /**
   * Takes a movement by hand back.
   * @returns `thing.unknown` · `thing.exists` (taken back already) · `movement.bound` · `idempotency.mismatch`, or the counter-entry
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
      if (await this.gone(tx, one)) return refuse('movement.bound', { movement: one.id, owner: one.cause.workOrder ?? one.item }); // prettier-ignore
      drafts.push(counter);
    }
    return drafts;
  }

  /** What a line brought into work in progress has moved on with the pieces. */
  private async gone(tx: Tx, { place, item, lot, value }: KeptMovement): Promise<boolean> {
    if (place !== 'wip' || lot === null) return false;
    return (await this.ledger.lotBalance(tx, item, 'wip', lot)).value.lessThan(value);
  }

  private async lotFor(
    tx: Tx,
    receipt: Receipt,
    { valued, at }: { valued: Valued; at: number },
  ): Promise<string | Refusal> {
    const { item, supplierLot = null, expiresAt } = receipt;
    const id = receipt.lot ?? (await this.lots.nextId(tx));
    const expiry = expiresAt === undefined ? expiryOf(at, valued.item.shelfLifeDays) : Date.parse(expiresAt);
    const lot = { id, item, madeAt: at, expiresAt: expiry, workOrder: null, supplierLot };
    const owner = await this.lots.ensure(tx, lot);
    return owner === item ? id : refuse('lot.other-item', { lot: id, owner, item });
  }
}

/** The movement of a repeated command, or `idempotency.mismatch` when the command asked for something else. */
function repeated(
  kept: KeptMovement,
  { commandId, kind, item, qty }: { commandId: string; kind: Movement['kind']; item: string; qty: string },
): string | Refusal {
  const same = kept.kind === kind && kept.item === item && new Exact(kept.qty).equals(qty);
  return same ? kept.id : refuse('idempotency.mismatch', { key: commandId });
}
