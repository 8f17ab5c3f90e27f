import type { Operation } from '@takt/contracts';

/** What of an operation people go by, as the screen shows it. */
export type ShownOperation = Pick<
  Operation,
  | 'id'
  | 'status'
  | 'station'
  | 'family'
  | 'skill'
  | 'qtyTarget'
  | 'qtyGood'
  | 'qtyScrap'
  | 'qtyRework'
  | 'runSecPerUnit'
  | 'setupSec'
  | 'plannedStartAt'
>;

/**
 * Pieces of an operation that are still to be made.
 * @param madeAgain spoilt pieces are made again; else they are lost to the operation
 */
export function piecesLeft(operation: ShownOperation, madeAgain: boolean): number {
  const { qtyTarget, qtyGood, qtyScrap, qtyRework } = operation;
  const spent = Number(qtyGood) + Number(qtyRework) + (madeAgain ? 0 : Number(qtyScrap));
  return Math.max(0, Math.ceil(Number(qtyTarget) - spent));
}

/** Pieces of an operation that its screen shows as made, good and spoilt. */
export function piecesMade({ qtyGood, qtyScrap }: Pick<ShownOperation, 'qtyGood' | 'qtyScrap'>): number {
  return Number(qtyGood) + Number(qtyScrap);
}

const EARLY_SEC = 600;
const RANK: Readonly<Partial<Record<Operation['status'], number>>> = { running: 0, paused: 1, ready: 2 };
const LAST = 9;

const startOf = ({ plannedStartAt }: ShownOperation): number =>
  plannedStartAt === null ? Infinity : Date.parse(plannedStartAt);

/**
 * What to do next of what the screens show: work that was put down first, then what is planned to begin by now or within ten minutes,
 * the earliest first. Work that runs without anybody is taken over.
 * @param isOpen can it be begun at its station now?
 */
export function nextOf(
  shown: readonly ShownOperation[],
  now: number,
  isOpen: (operation: ShownOperation) => boolean,
): ShownOperation | null {
  const due = shown.filter(
    (operation) =>
      operation.status in RANK &&
      (operation.status !== 'ready' || startOf(operation) <= now + EARLY_SEC * 1000) &&
      isOpen(operation),
  );
  due.sort(
    (a, b) =>
      (RANK[a.status] ?? LAST) - (RANK[b.status] ?? LAST) ||
      startOf(a) - startOf(b) ||
      (a.id < b.id ? -1 : 1),
  );
  return due[0] ?? null;
}
