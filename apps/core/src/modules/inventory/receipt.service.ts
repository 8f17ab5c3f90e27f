import { Injectable } from '@nestjs/common';
import { isRefusal, type InputOf, type Refusal, type inventoryRoutes } from '@takt/contracts';
import { checkArriving, checkPaid, checkReceived, expiryOf, receive, type Valued } from '@takt/inventory';
import { checkWhole } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { LedgerRepository } from './ledger.repository';
import { LotRepository } from './lot.repository';
import { PastMovementRepository } from './past-movement.repository';
import { repeated } from './repeated-movement';
import { StockRoom } from './stock-room';
import { SupplyRepository } from './supply.repository';

type Receipt = InputOf<typeof inventoryRoutes.receive>['body'];

/** Receipts of bought material, within a transaction. Each command is one movement, once. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly past: PastMovementRepository,
    private readonly lots: LotRepository,
    private readonly supplies: SupplyRepository,
  ) {}

  /**
   * Bought material comes in, into a lot.
   * @returns `reference.unknown` · `movement.date` · `quantity.fraction` · refusals of `checkReceived`, `checkPaid`, `checkArriving` ·
   * `idempotency.mismatch`, or the id of the movement
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
    const wrong = await this.wrong(tx, receipt, valued);
    if (wrong) return wrong;
    const { at } = occasion;
    const lot = await this.lotFor(tx, receipt, { valued, at });
    if (isRefusal(lot)) return lot;
    const { supply } = receipt;
    const met = supply === undefined ? null : await this.supplies.receive(tx, supply, { item, qty, at });
    if (met) return met;
    const draft = receive(valued, qty, lot, { ...occasion, unitCost: receipt.unitCost });
    const [id = ''] = await this.room.write(tx, [draft], { by: caller.id, commandId });
    return id;
  }

  private async wrong(tx: Tx, receipt: Receipt, valued: Valued): Promise<Refusal | null> {
    const { item, qty, unitCost, supply } = receipt;
    const split = checkWhole(valued.item, qty);
    if (split) return split;
    const known = {
      announced: supply === undefined ? null : await this.supplies.announced(tx, supply),
      onHand: valued.pool.qty,
      largest: await this.past.largestIn(tx, item),
    };
    return checkReceived(valued.item, qty, known) ?? checkPaid(valued, unitCost);
  }

  private async lotFor(
    tx: Tx,
    receipt: Receipt,
    { valued, at }: { valued: Valued; at: number },
  ): Promise<string | Refusal> {
    const { item, supplierLot = null } = receipt;
    const id = receipt.lot ?? (await this.lots.nextId(tx));
    const told = receipt.expiresAt === undefined ? undefined : Date.parse(receipt.expiresAt);
    const expiresAt = told ?? expiryOf(at, valued.item.shelfLifeDays);
    const lot = { id, item, madeAt: at, expiresAt, workOrder: null, supplierLot };
    const arriving = { item, named: receipt.lot !== undefined, expiresAt: told, at };
    return checkArriving(await this.lots.ensure(tx, lot), arriving) ?? id;
  }
}
