import { refuse, type BomLine, type Refusal, type RoutingOperation } from '@takt/contracts';

function operationFault(operation: RoutingOperation): string | null {
  const stations = operation.stations.map((one) => one.station);
  if (stations.length === 0) return `${operation.no}: 0 × station`;
  if (new Set(stations).size < stations.length)
    return `${operation.no}: 2 × ${stations.find((id, i) => stations.indexOf(id) !== i)}`;
  if (operation.waitMaxSec !== null && operation.waitMaxSec < operation.waitMinSec)
    return `${operation.no}: waitMaxSec ${operation.waitMaxSec} < waitMinSec ${operation.waitMinSec}`;
  const limit = operation.limits.find(({ min, max }) => min !== null && max !== null && min > max);
  return limit ? `${operation.no}: ${limit.parameter} ${limit.min} > ${limit.max}` : null;
}

/**
 * Checks a routing: numbers rise, every operation has stations, each once, waits and limits are possible, and every
 * operation that the bill of materials names exists.
 * @param item whose routing it is
 * @param operations in order
 * @param bom lines of the item's bill of materials; leave out when there is none yet
 * @returns `routing.invalid` {item, why} or null
 */
export function checkRouting(
  item: string,
  operations: readonly RoutingOperation[],
  bom: readonly BomLine[] = [],
): Refusal | null {
  const numbers = operations.map((operation) => operation.no);
  const wrong = (why: string) => refuse('routing.invalid', { item, why });
  const falling = numbers.findIndex((no, i) => i > 0 && no <= numbers[i - 1]);
  if (operations.length === 0) return wrong('0 × operation');
  if (falling > 0) return wrong(`${numbers[falling - 1]} → ${numbers[falling]}`);
  const fault = operations.map(operationFault).find((found) => found !== null);
  if (fault) return wrong(fault);
  const stray = bom.find((line) => line.operationNo !== null && !numbers.includes(line.operationNo));
  return stray ? wrong(`${stray.component}: ${stray.operationNo} ∉ ${numbers.join(', ')}`) : null;
}
