import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type MovementKind, type Refusal } from '@takt/contracts';
import type { MovementDraft } from '@takt/inventory';
import { Exact, sum } from '@takt/production';
import type { Tx } from '../../platform/database';
import { LedgerRepository, type KeptMovement } from './ledger.repository';
import { StockLoss } from './stock-loss';
import { StockRoom } from './stock-room';

/** A command by hand: what tells whether it is the same one again. */
export interface StockCommand {
  readonly commandId: string;
  readonly kind: MovementKind;
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
  readonly by: string;
}

/** Carries commands of people on stock out: each once, all of its lines or none. */
@Injectable()
export class HandCommand {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly loss: StockLoss,
  ) {}

  /**
   * Carries a command out, or finds the lines that it wrote the first time. Afterwards nobody keeps more than is there.
   * @param decide locks what it reads, and gives the lines or a refusal
   * @returns `idempotency.mismatch`, what `decide` refuses, or the ids of the lines
   */
  async once(
    tx: Tx,
    command: StockCommand,
    decide: () => Promise<readonly MovementDraft[] | Refusal>,
  ): Promise<string[] | Refusal> {
    const { commandId, item, by } = command;
    const kept = await this.ledger.command(tx, commandId);
    if (kept)
      return repeated(
        command,
        kept.booking === null ? [kept] : await this.ledger.ofBooking(tx, kept.booking),
      );
    const drafts = await decide();
    if (isRefusal(drafts)) return drafts;
    const ids = await this.room.write(tx, drafts, { by, commandId, booking: commandId });
    await this.loss.settle(tx, item, by);
    return ids;
  }
}

function repeated(
  { commandId, kind, item, qty }: StockCommand,
  lines: readonly KeptMovement[],
): string[] | Refusal {
  const own = lines.filter((line) => line.item === item && line.kind === kind);
  const out = own.filter((line) => (kind === 'return') !== line.qty.startsWith('-'));
  const same = new Exact(qty).equals(sum(out.map((line) => line.qty)).abs());
  return same ? lines.map(({ id }) => id) : refuse('idempotency.mismatch', { key: commandId });
}
