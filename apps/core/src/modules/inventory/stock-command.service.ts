import { Injectable } from '@nestjs/common';
import { isRefusal, type InputOf, type Movement, type Refusal, type movementRoutes } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { HandMovementService } from './hand-movement.service';
import { IssueService } from './issue.service';
import { ReturnService } from './return.service';
import { StockRepository } from './stock.repository';

type Input<K extends keyof typeof movementRoutes> = InputOf<(typeof movementRoutes)[K]>;

/** Movements by hand, for callers. */
@Injectable()
export class StockCommandService {
  constructor(
    private readonly database: Database,
    private readonly moves: HandMovementService,
    private readonly issues: IssueService,
    private readonly returns: ReturnService,
    private readonly stocks: StockRepository,
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

  private moved(plant: string, move: (tx: Tx) => Promise<string[] | Refusal>): Promise<Movement[] | Refusal> {
    return this.database.write(plant, async (tx) => {
      const ids = await move(tx);
      return isRefusal(ids) ? ids : this.stocks.movementsOf(tx, ids);
    });
  }
}
