import { Injectable } from '@nestjs/common';
import { isRefusal, type InputOf, type Place, type Refusal, type movementRoutes } from '@takt/contracts';
import { checkPlace, takeOut, transfer, type Occasion, type Valued } from '@takt/inventory';
import { Exact } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { HandCommand } from './hand-command';
import { LedgerRepository } from './ledger.repository';
import { PastStock } from './past-stock';
import { StockLoss } from './stock-loss';
import { StockRoom } from './stock-room';

type Body<K extends 'transfer' | 'scrap'> = InputOf<(typeof movementRoutes)[K]>['body'];

interface Asked {
  readonly item: string;
  readonly lot?: string | undefined;
  readonly place: Place;
  readonly qty: string;
  readonly at?: string | undefined;
  readonly reason: string;
}

/** Transfers and write-offs by hand. Each command is carried out once, whole. */
@Injectable()
export class HandMovementService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly commands: HandCommand,
    private readonly loss: StockLoss,
    private readonly past: PastStock,
  ) {}

  /**
   * Moves stock between places.
   * @returns `reference.unknown` · `lot.other-item` · `movement.date` · `stock.short` · `stock.lot-needed` · `stock.odd-place` ·
   * `quantity.fraction` · `idempotency.mismatch`, or the ids of its lines
   */
  transfer(tx: Tx, body: Body<'transfer'>, caller: Caller): Promise<string[] | Refusal> {
    const { lot = null, from, to, qty } = body;
    return this.commands.once(tx, { ...body, kind: 'transfer', by: caller.id }, async () => {
      const taking = await this.taking(tx, { ...body, place: from }, caller);
      if (isRefusal(taking)) return taking;
      const odd = checkPlace(taking.there.item, to);
      if (odd) return odd;
      const drafts = transfer(taking.there, qty, { lot, from, to }, taking.occasion);
      return (await this.past.short(tx, drafts)) ?? drafts;
    });
  }

  /** Writes stock off. @returns the same as {@link transfer} */
  scrap(tx: Tx, body: Body<'scrap'>, caller: Caller): Promise<string[] | Refusal> {
    const { lot = null, place, qty } = body;
    return this.commands.once(tx, { ...body, kind: 'scrap', by: caller.id }, async () => {
      const taking = await this.taking(tx, body, caller);
      if (isRefusal(taking)) return taking;
      const taken = [{ lot, place, qty: new Exact(qty) }];
      const drafts = takeOut(taking.there, taken, { ...taking.occasion, kind: 'scrap' });
      return (await this.past.short(tx, drafts)) ?? drafts;
    });
  }

  /** What is taken from a lot at a place, locked, with the lines for which some of it is kept. */
  private async taking(
    tx: Tx,
    { item, lot, place, qty, at, reason }: Asked,
    caller: Caller,
  ): Promise<{ there: Valued; occasion: Occasion } | Refusal> {
    const occasion = this.room.occasion(at, caller, reason);
    if (isRefusal(occasion)) return occasion;
    await this.loss.lockLines(tx, item);
    await this.ledger.lock(tx, [item]);
    const there = await this.room.named(tx, item);
    if (isRefusal(there)) return there;
    const where = { place, lot: lot ?? null };
    const wrong = await this.room.wrongDifference(tx, there.item, where, new Exact(qty).negated());
    return wrong ?? { there, occasion };
  }
}
