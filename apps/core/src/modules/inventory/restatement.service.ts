import { Injectable } from '@nestjs/common';
import { restateMovingAverage } from '@takt/inventory';
import { Database, type Tx } from '../../platform/database';
import { LedgerRepository } from './ledger.repository';
import { RestatementRepository } from './restatement.repository';
import { StockRoom } from './stock-room';

/** Brings values at moving averages into agreement with what happened when, after something was written late or taken back. */
@Injectable()
export class RestatementService {
  constructor(
    private readonly database: Database,
    private readonly restatements: RestatementRepository,
    private readonly ledger: LedgerRepository,
    private readonly room: StockRoom,
  ) {}

  /** Restates the items of a plant that wait for it, and what is made from them. @returns how many lines were corrected */
  restate(plant: string): Promise<number> {
    return this.database.write(plant, async (tx) => {
      const items = await this.restatements.take(tx);
      return items.length === 0 ? 0 : this.correct(tx, items);
    });
  }

  private async correct(tx: Tx, items: readonly string[]): Promise<number> {
    const scope = await this.restatements.scope(tx, items);
    await this.ledger.lock(tx, scope);
    const corrections = restateMovingAverage(await this.restatements.entries(tx, scope), new Set(scope));
    await this.room.write(tx, corrections, { by: 'restatement' });
    return corrections.length;
  }
}
