import type { Refusal } from '@takt/contracts';
import type { GivenUp, LineWorkOrder } from '@takt/production';
import type { Tx } from '../../platform/database';

/** An order line by its key. */
export interface LineKey {
  readonly order: string;
  readonly line: number;
}

/** Finished goods for a customer. Instants epoch ms. */
export interface GoodsNeed {
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
  /** when they are to leave */
  readonly at: number;
  /** shelf life that must be left then, in days */
  readonly minDays: number;
}

/** Finished goods that leave. */
export interface Dispatch extends GoodsNeed, LineKey {
  readonly worker: string | null;
  /** who recorded it */
  readonly by: string;
}

/** Stock as orders need it. The module of inventory provides it. */
export abstract class StockPort {
  /** Free stock that would serve the need, at most its quantity; nothing is kept for it. Decimal text. */
  abstract free(tx: Tx, need: GoodsNeed): Promise<string>;
  /** Keeps free stock for a line, first expired first. @returns how much there was, decimal text */
  abstract reserve(tx: Tx, need: GoodsNeed & LineKey): Promise<string>;
  /** Gives back stock that was kept for a line. */
  abstract giveBack(tx: Tx, line: LineKey, qty: string): Promise<void>;
  /**
   * Ships from what is kept for the line and what is free, first expired first, all of it or nothing.
   * @returns `stock.short` · `lot.expired` · null when it left
   */
  abstract ship(tx: Tx, dispatch: Dispatch): Promise<Refusal | null>;
}

/** What is to be made for an order line. */
export interface LineDemand extends LineKey {
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
  /** promise, else wish; epoch ms */
  readonly dueAt: number;
  /** 1 … 100, of the customer */
  readonly weight: number;
}

/** Work for order lines. The module of production provides it. */
export abstract class ProductionPort {
  /** What work orders still make for a line. */
  abstract coming(tx: Tx, line: LineKey): Promise<LineWorkOrder[]>;
  /** Ids of all work orders that made or make something for each line, keyed by `order/line`. */
  abstract madeBy(tx: Tx, lines: readonly LineKey[]): Promise<Map<string, string[]>>;
  /** Open lines of some items for which neither stock nor work is there, the earliest promise first. */
  abstract uncovered(tx: Tx, items: readonly string[]): Promise<LineKey[]>;
  /**
   * Has a quantity made: what open work orders make for nobody is promised first, work orders are released for the rest.
   * @returns `item.no-routing` · `item.inactive` · `routing.invalid` · `bom.cycle` · null when it is on its way
   */
  abstract make(tx: Tx, demand: LineDemand): Promise<Refusal | null>;
  /** Work no longer needed for a line. What has not begun shrinks or is cancelled; what has begun goes on to stock. */
  abstract giveUp(tx: Tx, line: LineKey, parts: readonly GivenUp[]): Promise<void>;
  /** Moves the due date and weight of the work for a line. */
  abstract redate(tx: Tx, demand: Omit<LineDemand, 'item' | 'qty'>): Promise<void>;
}

/** What a promise is asked for. */
export interface PromiseDemand {
  readonly item: string;
  /** ordered, decimal text > 0 */
  readonly qty: string;
  /** of it beyond stock, decimal text ≥ 0 */
  readonly qtyToMake: string;
  /** epoch ms */
  readonly requestedAt: number;
  readonly weight: number;
}

/** An operation that a demand needs and that finds no place in the plan. */
export interface PromiseObstacle {
  /** what it makes: the item that is asked for, or a part of it */
  readonly item: string;
  readonly operationNo: number;
  /** why, as plans tell it */
  readonly reason: string;
  /** until when the plan looks ahead, epoch ms */
  readonly horizonAt: number;
}

/** When a demand can be had. */
export interface PromiseAnswer {
  /** epoch ms; null: not within the horizon */
  readonly promiseAt: number | null;
  /** what decides the date: `stock`, a station, a material */
  readonly binding: string;
  /** order lines that would become later */
  readonly displaced: number;
  /** what finds no place within the horizon of the plan; absent: everything does, or no plan was asked */
  readonly obstacle?: PromiseObstacle | undefined;
}

/** Capable-to-promise. The module of production estimates from routing times, that of scheduling from the plan. */
export abstract class PromisePort {
  /** @returns one answer per demand, and the version of the plan they rest on (0: none) */
  abstract promise(
    tx: Tx,
    demands: readonly PromiseDemand[],
  ): Promise<{ readonly answers: readonly PromiseAnswer[]; readonly scheduleVersion: number }>;
}

/** Key of a line in maps: `order/line`. */
export function lineName({ order, line }: LineKey): string {
  return `${order}/${line}`;
}

/** When the published plan finishes a line; null: it is in no plan. */
export interface LineForecast extends LineKey {
  /** epoch ms */
  readonly forecastAt: number | null;
}
