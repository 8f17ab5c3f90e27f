import { DateTime } from 'luxon';
import { channelRoutes, orderRoutes } from '@takt/contracts';
import type { Factory } from '../factory';
import { openingOrders, ordersOfHour, type ComingOrder, type OrderTurn } from './order-book';
import type { Stage } from './stage';

const HOUR = 3_600_000;
/** customers change their minds within so many hours */
const TURNS_WITHIN_HOURS = 10;
const PLANNER = { kind: 'office', login: 'planner' } as const;
const iso = (at: number): string => new Date(at).toISOString();

/** Customers: shops send signed orders, others ring the planner, who types them in; some change their minds. */
export class Sales {
  constructor(
    private readonly stage: Stage,
    private readonly demand: Factory['demand'],
    private readonly seed: number,
    private readonly hasDoor: (channel: string) => boolean,
  ) {}

  /** Orders that are open when the factory opens. */
  opening(): ComingOrder[] {
    return this.demand.flatMap((stream) => openingOrders(this.seed, stream, this.stage.now()));
  }

  /** Lets orders come, hour by hour. What came before now has been sent before; what becomes of it later still will. */
  open(): void {
    const hourAt = Math.floor(this.stage.now() / HOUR) * HOUR;
    for (let back = TURNS_WITHIN_HOURS; back > 0; back--)
      for (const order of this.ordersOf(hourAt - back * HOUR)) this.turnsOf(order);
    this.hour(hourAt);
  }

  /** Sends an order, and later what becomes of it. @param then happens when it was answered */
  place(order: ComingOrder, then: () => void = () => undefined): void {
    if (this.ringsUp(order)) this.byPhone(order, then);
    else this.byShop(order, { revision: 1, qty: order.qty }, then);
    this.turnsOf(order);
  }

  /** Sends orders one after the other. */
  placeInTurn([first, ...rest]: readonly ComingOrder[], then: () => void): void {
    if (first) this.place(first, () => this.placeInTurn(rest, then));
    else then();
  }

  private turnsOf(order: ComingOrder): void {
    const now = this.stage.now();
    order.turns.forEach((turn, i) => {
      if (turn.at >= now) this.stage.at(turn.at, () => this.turn(order, turn, i + 2));
    });
  }

  private ordersOf(hourAt: number): ComingOrder[] {
    const local = DateTime.fromMillis(hourAt, { zone: this.stage.zone });
    return this.demand.flatMap((stream) => ordersOfHour(this.seed, stream, hourAt, local));
  }

  private hour(hourAt: number): void {
    const { stage } = this;
    for (const order of this.ordersOf(hourAt))
      if (order.at >= stage.now()) stage.at(order.at, () => this.place(order));
      else this.turnsOf(order);
    stage.at(hourAt + HOUR, () => this.hour(hourAt + HOUR));
  }

  private turn(order: ComingOrder, { qty }: OrderTurn, revision: number): void {
    if (this.ringsUp(order)) this.changeByPhone(order.id, qty);
    else this.byShop(order, { revision, qty });
  }

  private ringsUp({ channel }: ComingOrder): boolean {
    return channel === 'office' || !this.hasDoor(channel);
  }

  private byShop(
    { id, channel, item, wishAt, customer }: ComingOrder,
    { revision, qty }: { readonly revision: number; readonly qty: number | null },
    then: () => void = () => undefined,
  ): void {
    const lines = qty === null ? [] : [{ line: 1, item, qty: String(qty), requestedAt: iso(wishAt) }];
    const body = { order: id, revision, customer, lines };
    this.stage.ask(
      { as: { kind: 'shop', channel }, route: channelRoutes.order, params: { channel }, body },
      then,
    );
  }

  private byPhone({ id, customer, item, qty, wishAt }: ComingOrder, then: () => void): void {
    const body = { id, customer, lines: [{ item, qty: String(qty), requestedAt: iso(wishAt) }] };
    this.stage.ask({ as: PLANNER, route: orderRoutes.create, body }, then);
  }

  private changeByPhone(order: string, qty: number | null): void {
    this.stage.ask({ as: PLANNER, route: orderRoutes.get, params: { order } }, (answer) => {
      if (!answer.ok) return;
      const { revision } = answer.body;
      const params = { order, line: 1 };
      if (qty === null)
        this.stage.ask({ as: PLANNER, route: orderRoutes.cancelLine, params, ifMatch: revision, body: {} });
      else
        this.stage.ask({
          as: PLANNER,
          route: orderRoutes.changeLine,
          params,
          ifMatch: revision,
          body: { qty: String(qty) },
        });
    });
  }
}
