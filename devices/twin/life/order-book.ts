import type { DemandStream } from '../factory';
import { Draw } from '../draw';
import { SUNDAY, drawQty } from '../factory/load';

/** What a customer does to an order afterwards. */
export interface OrderTurn {
  /** epoch ms */
  readonly at: number;
  /** pieces from now on; null: cancelled */
  readonly qty: number | null;
}

/** An order that will come. Instants epoch ms. */
export interface ComingOrder {
  readonly id: string;
  readonly channel: DemandStream['channel'];
  readonly customer: string;
  readonly at: number;
  readonly item: string;
  readonly qty: number;
  readonly wishAt: number;
  readonly turns: readonly OrderTurn[];
}

const HOUR = 3_600_000;
const EDITED = 0.06;
const CANCELLED = 0.035;
const SUNDAY_ISO = 7;

/** How many come when `mean` are expected. */
function poisson(draw: Draw, mean: number): number {
  let count = 0;
  for (let time = draw.exponential(1); time < mean; time += draw.exponential(1)) count += 1;
  return count;
}

function turnsOf(draw: Draw, at: number, qty: number): OrderTurn[] {
  const later = at + draw.between(0.4, 9) * HOUR;
  const factor = draw.pick([
    [0.5, 2],
    [1.25, 2],
    [1.5, 3],
    [2, 1],
  ]);
  const chance = draw.share();
  if (chance < CANCELLED) return [{ at: later, qty: null }];
  if (chance < CANCELLED + EDITED) return [{ at: later, qty: Math.max(1, Math.round(qty * factor)) }];
  return [];
}

function orderOf(stream: DemandStream, draw: Draw, id: string, at: number): ComingOrder {
  const qty = drawQty(draw, stream.qty);
  return {
    id,
    channel: stream.channel,
    customer: draw.pick(stream.customers),
    at,
    item: draw.pick(stream.items),
    qty,
    wishAt: at + draw.pick(stream.wish) * HOUR,
    turns: turnsOf(draw, at, qty),
  };
}

/**
 * The orders of one hour of one stream. They follow from seed, stream and hour alone, ids included: whoever asks twice gets the same,
 * and core takes them once.
 * @param hourAt start of the hour, epoch ms
 * @param local hour of the day and weekday (1 Monday … 7 Sunday) there, in the plant's calendar
 */
export function ordersOfHour(
  seed: number,
  stream: DemandStream,
  hourAt: number,
  local: { readonly hour: number; readonly weekday: number },
): ComingOrder[] {
  const draw = new Draw(seed, `orders ${stream.id} ${hourAt}`);
  const total = stream.hours.reduce((sum, share) => sum + share, 0);
  const share = (stream.hours[local.hour] ?? 0) / total;
  const mean = stream.perDay * share * (local.weekday === SUNDAY_ISO ? SUNDAY : 1);
  const number = Math.floor(hourAt / HOUR)
    .toString(36)
    .toUpperCase();
  return Array.from({ length: poisson(draw, mean) }, (_, i) =>
    orderOf(
      stream,
      draw,
      `${stream.id.toUpperCase()}-${number}-${i + 1}`,
      Math.round(hourAt + draw.share() * HOUR),
    ),
  ).sort((a, b) => a.at - b.at);
}

/** The orders that are open when the factory opens: their wishes lie between soon and what the stream promises. */
export function openingOrders(seed: number, stream: DemandStream, now: number): ComingOrder[] {
  const draw = new Draw(seed, `opening ${stream.id}`);
  return Array.from({ length: stream.opening }, (_, i) => {
    const order = orderOf(stream, draw, `${stream.id.toUpperCase()}-OPEN-${i + 1}`, now);
    const span = order.wishAt - now;
    return { ...order, wishAt: Math.round(now + span * draw.between(0.22, 1)), turns: [] };
  });
}
