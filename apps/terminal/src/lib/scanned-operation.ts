import type { Operation } from '@takt/contracts';

const same = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();

/**
 * The operation at a station that a scanned code means: itself, or the only one of its work order there.
 * @param id of an operation or a work order, in any case
 * @param operations what is to be done at the station
 * @returns undefined: none, or more than one
 */
export function scannedOperation<T extends Pick<Operation, 'id' | 'workOrder'>>(
  id: string,
  operations: readonly T[],
): T | undefined {
  const itself = operations.find((each) => same(each.id, id));
  const ofOrder = operations.filter(({ workOrder }) => same(workOrder, id));
  return itself ?? (ofOrder.length === 1 ? ofOrder[0] : undefined);
}
