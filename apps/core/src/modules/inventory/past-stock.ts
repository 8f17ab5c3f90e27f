import { Injectable } from '@nestjs/common';
import type { Refusal } from '@takt/contracts';
import {
  checkThen,
  lotsThen,
  lowestSince,
  takenAway,
  type MovementDraft,
  type TakenAway,
} from '@takt/inventory';
import type { Exact } from '@takt/production';
import type { Tx } from '../../platform/database';
import { LedgerRepository } from './ledger.repository';
import { PastMovementRepository } from './past-movement.repository';
import type { Shelf } from './stock-room';

/** Stock as it was, for what people book for an instant that has passed. The caller holds the item. */
@Injectable()
export class PastStock {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly past: PastMovementRepository,
  ) {}

  /** A shelf with what may leave its lots at an instant: no more than lay there then, and ever since. */
  async shelf<S extends Shelf>(tx: Tx, shelf: S, at: number): Promise<S> {
    const since = await this.past.changesSince(tx, shelf.item.id, at, null);
    return { ...shelf, lots: lotsThen(shelf.lots, since, at) };
  }

  /** Takes more out of a lot at a place than has lain there ever since. @returns `stock.short` · null */
  async short(tx: Tx, drafts: readonly MovementDraft[]): Promise<Refusal | null> {
    const at = Math.min(...drafts.map(({ occurredAt }) => occurredAt));
    for (const taken of takenAway(drafts)) {
      if (taken.place === 'wip') continue;
      const refusal = checkThen(taken, at, await this.stock(tx, taken, at));
      if (refusal) return refusal;
    }
    return null;
  }

  /** The least that lay in a lot at a place at any instant from one until now. */
  async lowest(tx: Tx, where: TakenAway, at: number): Promise<Exact> {
    return lowestSince(await this.stock(tx, where, at), at);
  }

  private async stock(tx: Tx, { item, lot, place }: TakenAway, at: number) {
    const { qty: there } = await this.ledger.lotBalance(tx, item, place, lot ?? '');
    return { there, since: await this.past.changesSince(tx, item, at, { lot, place }) };
  }
}
