import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type InputOf, type Refusal, type movementRoutes } from '@takt/contracts';
import { decideReturn } from '@takt/inventory';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { OrderRepository } from '../order';
import { HandCommand } from './hand-command';
import { LedgerRepository } from './ledger.repository';
import { StockRoom } from './stock-room';

type Body = InputOf<typeof movementRoutes.giveBack>['body'];

/** Goods that customers send back. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly commands: HandCommand,
    private readonly orders: OrderRepository,
  ) {}

  /**
   * Takes goods back from a customer.
   * @returns `reference.unknown` · `movement.date` · refusals of `decideReturn` · `lot.other-item` · `idempotency.mismatch`, or the
   * ids of its lines
   */
  async giveBack(tx: Tx, body: Body, caller: Caller): Promise<string[] | Refusal> {
    const { order, line, lot = null, qty, reason } = body;
    const lines = await this.orders.lines(tx, order);
    const item = lines.find((one) => one.line === line)?.item;
    if (item === undefined)
      return refuse('reference.unknown', { field: 'order', kind: 'order line', id: `${order}/${line}` });
    return this.commands.once(tx, { ...body, item, kind: 'return', by: caller.id }, async () => {
      const occasion = this.room.occasion(body.at, caller, reason);
      if (isRefusal(occasion)) return occasion;
      await this.ledger.lock(tx, [item]);
      const foreign = await this.room.foreignLot(tx, item, lot);
      if (foreign) return foreign;
      const moved = await this.ledger.shipped(tx, { order, line });
      const draft = decideReturn(moved, { order, line, lot, qty }, occasion);
      return isRefusal(draft) ? draft : [draft];
    });
  }
}
