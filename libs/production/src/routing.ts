import { refuse, type BomLine, type Facts, type Refusal, type RoutingOperation } from '@takt/contracts';

function operationFault({
  no,
  stations: ways,
  waitMinSec,
  waitMaxSec,
  limits,
}: RoutingOperation): Facts | null {
  const stations = ways.map((one) => one.station);
  const twice = stations.find((id, i) => stations.indexOf(id) !== i);
  if (stations.length === 0) return { why: `${no}: 0 × station`, reason: 'no-station', no };
  if (twice !== undefined) return { why: `${no}: 2 × ${twice}`, reason: 'station-twice', no, station: twice };
  if (waitMaxSec !== null && waitMaxSec < waitMinSec) {
    const why = `${no}: waitMaxSec ${waitMaxSec} < waitMinSec ${waitMinSec}`;
    return { why, reason: 'wait', no, min: waitMinSec, max: waitMaxSec };
  }
  const limit = limits.find(({ min, max }) => min !== null && max !== null && min > max);
  return limit
    ? { why: `${no}: ${limit.parameter} ${limit.min} > ${limit.max}`, reason: 'limit', no, ...limit }
    : null;
}

/** A line of a bill of materials that names an operation which is not there. */
function strayLine(item: string, numbers: readonly number[], bom: readonly BomLine[]): Refusal | null {
  for (const { component, operationNo: no } of bom)
    if (no !== null && !numbers.includes(no)) {
      const known = numbers.join(', ');
      const why = `${component}: ${no} ∉ ${known}`;
      return refuse('routing.invalid', { item, why, reason: 'bom-operation', component, no, numbers: known });
    }
  return null;
}

/**
 * Checks where a bill of materials that is entered uses its components: every operation that it names exists, and a component stands
 * at each once; a line without an operation belongs to the first one.
 * @param item whose bill it is
 * @param numbers of its operations, in order
 * @param bom its lines
 * @returns `routing.invalid` {item, why, reason: `bom-operation` · `bom-twice`, component, no} or null
 */
export function checkBomPlaces(
  item: string,
  numbers: readonly number[],
  bom: readonly BomLine[],
): Refusal | null {
  const places = bom.map(({ component, operationNo }) => ({ component, no: operationNo ?? numbers[0] ?? 0 }));
  const twice = places.find(({ component, no }, i) =>
    places.slice(0, i).some((one) => one.component === component && one.no === no),
  );
  const stray = strayLine(item, numbers, bom);
  if (stray || !twice) return stray;
  const why = `${twice.no}: 2 × ${twice.component}`;
  return refuse('routing.invalid', { item, why, reason: 'bom-twice', ...twice });
}

/**
 * Checks a routing: numbers rise, every operation has stations, each once, waits and limits are possible, and every
 * operation that the bill of materials names exists.
 * @param item whose routing it is
 * @param operations in order
 * @param bom lines of the item's bill of materials; leave out when there is none yet
 * @returns `routing.invalid` {item, why, reason, …} or null
 */
export function checkRouting(
  item: string,
  operations: readonly RoutingOperation[],
  bom: readonly BomLine[] = [],
): Refusal | null {
  const numbers = operations.map((operation) => operation.no);
  const wrong = (facts: Facts) => refuse('routing.invalid', { item, ...facts });
  const falling = numbers.findIndex((no, i) => i > 0 && no <= numbers[i - 1]);
  if (operations.length === 0) return wrong({ why: '0 × operation', reason: 'empty' });
  if (falling > 0) {
    const [no, next] = [numbers[falling - 1], numbers[falling]];
    return wrong({ why: `${no} → ${next}`, reason: 'numbers', no, next });
  }
  const fault = operations.map(operationFault).find((found) => found !== null);
  if (fault) return wrong(fault);
  return strayLine(item, numbers, bom);
}
