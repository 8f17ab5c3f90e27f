import { Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type InputOf,
  type Movement,
  type Refusal,
  type ReplyOf,
  type movementRoutes,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { HandMovementService } from './hand-movement.service';
import { IssueService } from './issue.service';
import { ReturnService } from './return.service';
import { StockRepository } from './stock.repository';
import { StockReviewRepository } from './stock-review.repository';

type Input<K extends keyof typeof movementRoutes> = InputOf<(typeof movementRoutes)[K]>;

/** Movements by hand and what stock says about itself, for callers. */
@Injectable()
export class StockCommandService {
  constructor(
    private readonly database: Database,
    private readonly moves: HandMovementService,
    private readonly issues: IssueService,
    private readonly returns: ReturnService,
    private readonly stocks: StockRepository,
    private readonly reviews: StockReviewRepository,
  ) {}

  /** Moves stock between places. */
  transfer(caller: Caller, body: Input<'transfer'>['body']): Promise<Movement[] | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.transfer(tx, body, caller));
  }

  /** Takes goods back from a customer. */
  giveBack(caller: Caller, body: Input<'giveBack'>['body']): Promise<Movement[] | Refusal> {
    return this.moved(caller.plant, (tx) => this.returns.giveBack(tx, body, caller));
  }

  /** Consumes material for a work order. */
  issue(caller: Caller, body: Input<'issue'>['body']): Promise<Movement[] | Refusal> {
    return this.moved(caller.plant, (tx) => this.issues.issue(tx, body, caller));
  }

  /** Writes stock off. */
  scrap(caller: Caller, body: Input<'scrap'>['body']): Promise<Movement[] | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.scrap(tx, body, caller));
  }

  /** Stock below zero. */
  exceptions(plant: string): Promise<ReplyOf<typeof movementRoutes.exceptions>> {
    return this.database.read(plant, (tx) => this.reviews.exceptions(tx));
  }

  /** What was thrown away in a window. @returns `stock.window` when it ends before it begins */
  async waste(
    plant: string,
    { from, to }: Input<'waste'>['query'],
  ): Promise<ReplyOf<typeof movementRoutes.waste> | Refusal> {
    if (Date.parse(to) < Date.parse(from)) return refuse('stock.window', { from, to, limit: '—' });
    return this.database.read(plant, (tx) => this.reviews.waste(tx, new Date(from), new Date(to)));
  }

  private moved(plant: string, move: (tx: Tx) => Promise<string[] | Refusal>): Promise<Movement[] | Refusal> {
    return this.database.write(plant, async (tx) => {
      const ids = await move(tx);
      return isRefusal(ids) ? ids : this.stocks.movementsOf(tx, ids);
    });
  }
}
