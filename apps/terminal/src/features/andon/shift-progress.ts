import type { Operation } from '@takt/contracts';

/** Where a shift stands against its plan, in pieces over all operations of the line that the plan ends in it. */
export interface ShiftProgress {
  readonly target: number;
  readonly made: number;
  /** what the plan asks for by now */
  readonly byNow: number;
}

/** Share of an operation that the plan has done by now, 0 to 1. */
function planned({ plannedStartAt, plannedEndAt }: Operation, nowMs: number): number {
  const startMs = Date.parse(plannedStartAt ?? '');
  const endMs = Date.parse(plannedEndAt ?? '');
  if (nowMs >= endMs) return 1;
  return nowMs <= startMs ? 0 : (nowMs - startMs) / (endMs - startMs);
}

/**
 * Where a shift stands. What was made beyond the target of an operation does not make up for another one.
 * @param operations operations of the line, done ones too
 * @param shift begin and end, ISO 8601
 * @param nowMs factory time, epoch ms
 */
export function shiftProgress(
  operations: readonly Operation[],
  shift: { readonly startAt: string; readonly endAt: string },
  nowMs: number,
): ShiftProgress {
  const [from, to] = [Date.parse(shift.startAt), Date.parse(shift.endAt)];
  const own = operations.filter(({ plannedEndAt, plannedStartAt, status }) => {
    const endMs = plannedStartAt === null ? Number.NaN : Date.parse(plannedEndAt ?? '');
    return status !== 'cancelled' && endMs > from && endMs <= to;
  });
  const sum = (of: (operation: Operation) => number) =>
    own.reduce((all, operation) => all + of(operation), 0);
  return {
    target: sum(({ qtyTarget }) => Number(qtyTarget)),
    made: sum(({ qtyGood, qtyTarget }) => Math.min(Number(qtyGood), Number(qtyTarget))),
    byNow: Math.round(sum((operation) => Number(operation.qtyTarget) * planned(operation, nowMs))),
  };
}
