import { refuse, type Refusal } from '@takt/contracts';
import type { OrderLineFacts } from './order-line';
import { Exact } from './quantity';

/** A line as a shop wants it. */
export interface ShopLine {
  readonly line: number;
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
  /** epoch ms */
  readonly requestedAt: number;
  readonly note: string;
}

/** A line as it is. */
export interface StoredShopLine extends OrderLineFacts {
  readonly item: string;
  readonly note: string;
}

/** What has to be done so that an order is as its shop wants it. */
export interface ShopOrderSteps {
  readonly add: readonly ShopLine[];
  readonly change: readonly {
    readonly line: number;
    /** absent: as it is */
    readonly edit: { readonly qty?: string; readonly requestedAt?: number; readonly note?: string };
  }[];
  readonly cancel: readonly number[];
}

const closed = ({ order, line, status }: StoredShopLine): Refusal =>
  refuse('order.closed', { order, line, status });

/** What differs. A note is only ever replaced by another: an empty one leaves what somebody wrote. */
function editOf(stored: StoredShopLine, wanted: ShopLine): ShopOrderSteps['change'][number]['edit'] {
  return {
    ...(new Exact(wanted.qty).equals(stored.qty) ? {} : { qty: wanted.qty }),
    ...(wanted.requestedAt === stored.requestedAt ? {} : { requestedAt: wanted.requestedAt }),
    ...(wanted.note === '' || wanted.note === stored.note ? {} : { note: wanted.note }),
  };
}

/**
 * Compares an order with a newer form of it: what is new is added, what differs changed, what is no longer named cancelled. What
 * is shipped stays shipped.
 * @param stored its lines as they are
 * @param wanted its lines as the shop wants them, each number once; none: the order is cancelled
 * @returns `order.fixed` when a line is for another item, `order.closed` when a cancelled line is named or nothing is left to
 * cancel, or the steps
 */
export function decideShopOrder(
  stored: readonly StoredShopLine[],
  wanted: readonly ShopLine[],
): ShopOrderSteps | Refusal {
  const before = new Map(stored.map((line) => [line.line, line]));
  const change: ShopOrderSteps['change'][number][] = [];
  for (const one of wanted) {
    const line = before.get(one.line);
    if (!line) continue;
    if (line.item !== one.item)
      return refuse('order.fixed', { order: line.order, field: `lines.${one.line}.item`, value: line.item });
    if (line.status === 'cancelled') return closed(line);
    const edit = editOf(line, one);
    if (Object.keys(edit).length > 0) change.push({ line: one.line, edit });
  }
  const named = new Set(wanted.map(({ line }) => line));
  const dropped = stored.filter(({ line }) => !named.has(line));
  const cancel = dropped.filter(({ status }) => status !== 'shipped' && status !== 'cancelled');
  const shipped = dropped.find(({ status }) => status === 'shipped');
  if (wanted.length === 0 && cancel.length === 0 && shipped) return closed(shipped);
  return {
    add: wanted.filter(({ line }) => !before.has(line)),
    change,
    cancel: cancel.map(({ line }) => line),
  };
}
