import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Customer, type Refusal } from '@takt/contracts';
import {
  Exact,
  cancelledLine,
  commitmentOf,
  decideLineCancel,
  decideLineChange,
  decideLineDates,
  decimalText,
  notBelowZero,
  promiseOf,
  type LineDates,
} from '@takt/production';
import type { Tx } from '../../platform/database';
import { LineCover } from './line-cover';
import { OrderCheck } from './order-check';
import { OrderRepository, type Line } from './order.repository';
import { ProductionPort, PromisePort, type LineKey } from './ports';
import { RiskMargin } from './risk-margin';

/** What a caller wants of a line; absent: as it is. */
export interface LineEdit extends LineDates {
  readonly qty?: string | undefined;
  readonly note?: string | undefined;
}

/** Changes and cancels order lines within a transaction, without waste of what has begun. The order is locked by the caller. */
@Injectable()
export class OrderLineEditor {
  constructor(
    private readonly orders: OrderRepository,
    private readonly margin: RiskMargin,
    private readonly covers: LineCover,
    private readonly check: OrderCheck,
    private readonly production: ProductionPort,
    private readonly promises: PromisePort,
  ) {}

  /**
   * Changes a line. Announces `order.changed`, and `order.promised` when the promise moves.
   * @returns `thing.unknown` · `order.date` · `order.closed` · `order.fraction` · `order.below-shipped` · refusals of production · null when it is done
   */
  async change(tx: Tx, key: LineKey, edit: LineEdit, customer: Customer): Promise<Refusal | null> {
    const before = await this.orders.lockLine(tx, key);
    if (!before) return unknown(key);
    const undated = this.undated(before, edit);
    if (undated) return undated;
    const dated = decideLineDates(before, edit);
    if (isRefusal(dated)) return dated;
    const resized = await this.resize(tx, dated, edit.qty ?? dated.qty, customer);
    if (isRefusal(resized)) return resized;
    const after = { ...resized, note: edit.note ?? resized.note };
    const margin = await this.margin.ms(tx);
    await this.orders.saveLine(tx, after, margin);
    await this.redate(tx, before, after, customer);
    const fields = changedFields(before, after);
    if (fields.length > 0)
      tx.announce('order.changed', {
        ...{ order: key.order, line: key.line, fields },
        replan: fields.some((field) => field !== 'note'),
        ...(fields.some((field) => DATES.has(field)) ? { wasDue: datesOf(before) } : {}),
      });
    return null;
  }

  /** Cancels a line. Announces `order.cancelled`. @returns `thing.unknown` · `order.closed` · null when it is done */
  async cancel(tx: Tx, key: LineKey, reason: string): Promise<Refusal | null> {
    const line = await this.orders.lockLine(tx, key);
    if (!line) return unknown(key);
    const decided = decideLineCancel(line, await this.production.coming(tx, key));
    if (isRefusal(decided)) return decided;
    await this.covers.giveUp(tx, line, decided);
    const note = [line.note, reason].filter((text) => text !== '').join('\n');
    await this.orders.saveLine(tx, { ...cancelledLine(line), note }, await this.margin.ms(tx));
    tx.announce('order.cancelled', { order: key.order, line: key.line });
    return null;
  }

  /** A date that cannot be meant; one that stays as it is is not judged. */
  private undated(line: Line, edit: LineDates): Refusal | null {
    const moved = (['requestedAt', 'latestCommittedAt'] as const).filter(
      (field) => edit[field] !== line[field],
    );
    return this.check.dates(moved.map((field) => ({ field, at: edit[field] })));
  }

  private async resize(tx: Tx, line: Line, qty: string, customer: Customer): Promise<Line | Refusal> {
    if (new Exact(qty).equals(line.qty)) return line;
    const split = await this.check.whole(tx, [{ item: line.item, qty }]);
    if (split) return split;
    const decided = decideLineChange(line, qty, await this.production.coming(tx, line));
    if (isRefusal(decided)) return decided;
    await this.covers.giveUp(tx, line, decided);
    const left = decimalText(notBelowZero(new Exact(line.qtyReady).minus(decided.giveBack)));
    const smaller: Line = { ...line, qty: decimalText(qty), qtyReady: left };
    return new Exact(decided.more).isZero() ? smaller : this.more(tx, smaller, customer);
  }

  /** Nets and makes what is asked for beyond; the promise moves when it cannot be kept with it. */
  private async more(tx: Tx, line: Line, customer: Customer): Promise<Line | Refusal> {
    const { line: netted, qtyToMake } = await this.covers.net(tx, line, customer);
    const { item, qty, requestedAt } = netted;
    const { answers } = await this.promises.promise(tx, [
      { item, qty, qtyToMake, requestedAt, weight: customer.weight },
    ]);
    const possible = commitmentOf(requestedAt, answers[0]?.promiseAt ?? null);
    const held = promiseOf(netted);
    const moved =
      possible !== null && possible > held
        ? decideLineDates(netted, { latestCommittedAt: possible })
        : netted;
    if (isRefusal(moved)) return moved;
    const refusal = await this.covers.make(tx, moved, qtyToMake, customer);
    return refusal ?? moved;
  }

  private async redate(tx: Tx, before: Line, after: Line, { weight }: Customer): Promise<void> {
    const [from, to] = [promiseOf(before), promiseOf(after)];
    if (from === to) return;
    await this.production.redate(tx, { order: after.order, line: after.line, dueAt: to, weight });
    if (after.committedAt === null) return;
    tx.announce('order.promised', {
      order: after.order,
      line: after.line,
      committedAt: new Date(to).toISOString(),
      previousAt: before.committedAt === null ? null : new Date(from).toISOString(),
    });
  }
}

function unknown({ order, line }: LineKey): Refusal {
  return refuse('thing.unknown', { kind: 'order line', id: `${order}/${line}` });
}

const EDITABLE = ['qty', 'requestedAt', 'committedAt', 'latestCommittedAt', 'note'] as const;

const DATES: ReadonlySet<string> = new Set(['requestedAt', 'committedAt', 'latestCommittedAt']);

function datesOf({ requestedAt, committedAt, latestCommittedAt }: Line): string[] {
  return [requestedAt, committedAt, latestCommittedAt].flatMap((at) =>
    at === null ? [] : [new Date(at).toISOString()],
  );
}

function changedFields(before: Line, after: Line): string[] {
  return EDITABLE.filter((field) => before[field] !== after[field]);
}
