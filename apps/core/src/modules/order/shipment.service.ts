import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type InputOf, type Refusal, type orderRoutes } from '@takt/contracts';
import { Exact, bookedAt, decideShipment, shippedLine } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { OrderCheck } from './order-check';
import { OrderProgress } from './order-progress';
import { OrderRepository, type Line, type OrderHead } from './order.repository';
import { StockPort } from './ports';
import { ShipmentRepository, type Shipment } from './shipment.repository';

type ShipInput = Omit<InputOf<typeof orderRoutes.ship>, 'query'>;

/** Ships order lines, whole or in part; a command that comes twice ships once. */
@Injectable()
export class ShipmentService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly shipments: ShipmentRepository,
    private readonly check: OrderCheck,
    private readonly stock: StockPort,
    private readonly progress: OrderProgress,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Ships within a transaction. Announces `order.shipped`.
   * @returns `thing.unknown` · `order.closed` · `order.above-open` · `order.nothing-to-ship` · `quantity.fraction` · `movement.date` ·
   * `stock.short` · `lot.expired` · `idempotency.mismatch` · null when it left, now or earlier
   */
  async ship(tx: Tx, { params, body }: ShipInput, caller: Caller): Promise<Refusal | null> {
    const head = await this.orders.lock(tx, params.order);
    const line = head && (await this.orders.lockLine(tx, params));
    if (!head || !line)
      return refuse('thing.unknown', { kind: 'order line', id: `${params.order}/${params.line}` });
    const kept = await this.shipments.find(tx, body.commandId);
    if (kept) return repeated(kept, { params, body });
    const split = await this.check.whole(
      tx,
      [{ item: line.item, qty: body.qty ?? '0' }],
      'quantity.fraction',
    );
    if (split) return split;
    const qty = decideShipment(line, body.qty ?? null);
    if (isRefusal(qty)) return qty;
    const shippedAt = bookedAt(body.at, this.clock.now());
    if (isRefusal(shippedAt)) return shippedAt;
    const shipment: Shipment = {
      ...params,
      commandId: body.commandId,
      qtyAsked: body.qty ?? null,
      qty,
      shippedAt,
      recordedAt: this.clock.now(),
      recordedBy: caller.id,
    };
    return this.dispatch(tx, head, line, { shipment, caller });
  }

  private async dispatch(
    tx: Tx,
    head: OrderHead,
    line: Line,
    { shipment, caller }: { shipment: Shipment; caller: Caller },
  ): Promise<Refusal | null> {
    const { order, line: no, qty, shippedAt } = shipment;
    const { minRemainingLifeDays: minDays } = await this.check.customerOf(tx, head.customer);
    const goods = { order, line: no, item: line.item, qty, at: shippedAt, minDays };
    const refusal = await this.stock.ship(tx, { ...goods, worker: caller.worker, by: caller.id });
    if (refusal) return refusal;
    await this.shipments.add(tx, shipment);
    const after = { ...shippedLine(line, qty), shippedAt };
    const saved = await this.progress.save(tx, line, after);
    await this.orders.touch(tx, head);
    tx.announce('order.shipped', {
      order,
      line: no,
      qty,
      complete: saved.status === 'shipped',
      at: new Date(shippedAt).toISOString(),
    });
    return null;
  }
}

/** @returns `idempotency.mismatch` when the command shipped something else */
function repeated(kept: Shipment, { params, body }: ShipInput): Refusal | null {
  const sameQty =
    kept.qtyAsked === null || body.qty === undefined
      ? kept.qtyAsked === (body.qty ?? null)
      : new Exact(kept.qtyAsked).equals(body.qty);
  return kept.order === params.order && kept.line === params.line && sameQty
    ? null
    : refuse('idempotency.mismatch', { key: body.commandId });
}
