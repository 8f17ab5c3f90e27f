import type { Refusal, WorkOrderKind } from '@takt/contracts';
import type { StockPosition } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import type { LineKey } from '../order';
import type { WorkOrderMaterial, WorkOrderState } from './work-order.repository';

/** A component that is kept, or to be kept, for an operation. */
export interface MaterialNeed {
  readonly workOrder: string;
  readonly operationNo: number;
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
}

/** What a report means for stock. Instants epoch ms, quantities decimal text. */
export interface ReportBooking {
  readonly report: string;
  readonly operation: string;
  readonly no: number;
  readonly workOrder: WorkOrderState;
  readonly materials: readonly WorkOrderMaterial[];
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  /** first, last operation of the work order? Both for a single one */
  readonly first: boolean;
  readonly last: boolean;
  readonly at: number;
  readonly worker: string | null;
  /** lot of the material that was scanned */
  readonly lot: string | null;
  /** who recorded it */
  readonly by: string;
}

/** A lot that a report says was used. */
export interface ClaimedUse {
  readonly lot: string;
  readonly operation: string;
  /** number of the operation */
  readonly no: number;
  /** first operation of the work order? */
  readonly first: boolean;
  readonly materials: readonly WorkOrderMaterial[];
  /** epoch ms */
  readonly at: number;
}

/** What ended a work order, when, and who recorded it. */
export interface Ending {
  readonly report: string | null;
  /** epoch ms */
  readonly at: number;
  readonly by: string;
}

/** Pieces of an order line; decimal text. */
export interface LinePieces extends LineKey {
  readonly qty: string;
}

/** The stock ledger as production needs it. The module of inventory provides it. */
export abstract class LedgerPort {
  /** Free stock by item: on hand, fresh, and kept for nobody. The items stay locked until the commit. */
  abstract free(tx: Tx, items: readonly string[]): Promise<Map<string, string>>;
  /** The same without holding the items: for questions and estimates, which take nothing. */
  abstract freeNow(tx: Tx, items: readonly string[]): Promise<Map<string, string>>;
  /** Stock of items that are kept in stock, without what open work orders will add. */
  abstract positions(
    tx: Tx,
    items: readonly string[],
  ): Promise<Map<string, Omit<StockPosition, 'stockMin' | 'open'>>>;
  /** Keeps free components for operations, in the order given. @returns how much of each need was there */
  abstract keep(tx: Tx, needs: readonly MaterialNeed[]): Promise<string[]>;
  /** Gives back part of the components that are kept for an operation. */
  abstract loosen(tx: Tx, need: MaterialNeed): Promise<void>;
  /** Gives back the components that are kept for work orders that consume no more. */
  abstract giveBack(tx: Tx, workOrders: readonly string[]): Promise<void>;
  /** What is wrong with a lot that a report says was used. @returns `report.lot` or null */
  abstract doubtfulLot(tx: Tx, claimed: ClaimedUse): Promise<Refusal | null>;
  /** Books a report: components are consumed, pieces move on, good pieces of the last operation become stock. */
  abstract book(tx: Tx, booking: ReportBooking): Promise<void>;
  /** Takes back what a report booked. */
  abstract unbook(
    tx: Tx,
    report: string,
    correction: { readonly by: string; readonly note: string },
  ): Promise<void>;
  /** Pieces of a work order that are in stock, decimal text; below 0: more have left than were made. */
  abstract finished(tx: Tx, workOrder: WorkOrderState): Promise<string>;
  /** Empties the work in progress of a work order that has ended. `report`: what ended it. */
  abstract close(tx: Tx, workOrder: WorkOrderState, cause: Ending): Promise<void>;
  /** Keeps finished pieces of a work order for an order line. */
  abstract keepFinished(tx: Tx, workOrder: WorkOrderState, line: LineKey, qty: string): Promise<void>;
  /** Takes finished pieces of a work order back from the lines that they are kept for. @returns what each line lost */
  abstract takeFromLines(tx: Tx, workOrder: WorkOrderState, qty: string): Promise<LinePieces[]>;
}

/** Where and when a person wants an operation. */
export interface Move {
  readonly operation: string;
  readonly station: string;
  /** epoch ms */
  readonly startAt: number;
  readonly evenFrozen: boolean;
}

/** Moves operations by hand. The module of scheduling provides it: a move is a new version of the plan. */
export abstract class MovePort {
  /** @returns `schedule.frozen` · `schedule.infeasible` · null when it is published */
  abstract move(plant: string, move: Move, caller: Caller): Promise<Refusal | null>;
}

/** What a work order is released for, beside an item and a quantity. */
export interface ReleaseTerms {
  readonly kind: WorkOrderKind;
  readonly order: string | null;
  readonly orderLine: number | null;
  /** epoch ms */
  readonly releaseAt: number;
  /** epoch ms */
  readonly dueAt: number;
  /** 1 … 100 */
  readonly weight: number;
  readonly parent?: string | null;
  readonly feedsOperationNo?: number | null;
  /** numbers of the operations of the routing that are done; absent: all */
  readonly operations?: readonly number[] | undefined;
  /** absent: the next number */
  readonly id?: string | undefined;
  /** a person entered the quantity: it is checked as one of people */
  readonly byPerson?: boolean;
}
