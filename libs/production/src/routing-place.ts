import {
  refuse,
  type Changeover,
  type Facts,
  type Refusal,
  type RoutingOperation,
  type Station,
} from '@takt/contracts';

/** What a plant has, as far as a routing refers to it; stations and matrices by id. */
export interface RoutingPlaces {
  readonly stations: ReadonlyMap<string, Pick<Station, 'changeover'>>;
  readonly changeovers: ReadonlyMap<string, Pick<Changeover, 'families'>>;
  /** ids of the skills */
  readonly skills: ReadonlySet<string>;
}

function unknownReference(
  operations: readonly RoutingOperation[],
  { stations, skills }: RoutingPlaces,
): Refusal | null {
  for (const [i, { skill, stations: ways }] of operations.entries()) {
    if (skill !== null && !skills.has(skill))
      return refuse('reference.unknown', { field: `operations.${i}.skill`, kind: 'skill', id: skill });
    const stray = ways.findIndex(({ station }) => !stations.has(station));
    if (stray >= 0)
      return refuse('reference.unknown', {
        field: `operations.${i}.stations.${stray}.station`,
        kind: 'station',
        id: ways[stray].station,
      });
  }
  return null;
}

/** The first family that the changeover matrix of one of its stations does not know. */
function strayFamily({ no, family, stations: ways }: RoutingOperation, places: RoutingPlaces): Facts | null {
  if (family === null) return null;
  for (const { station } of ways) {
    const matrix = places.stations.get(station)?.changeover ?? null;
    const families = matrix === null ? undefined : places.changeovers.get(matrix)?.families;
    if (families && !families.includes(family)) {
      const why = `${no}: ${family} ∉ ${matrix} (${station})`;
      return { why, reason: 'family', no, family, matrix, station };
    }
  }
  return null;
}

/**
 * Checks a routing against its plant: stations and skills exist, and every changeover family stands in the matrix of each
 * station where the operation may run. A station without a matrix, and an operation without a family, take part in no changeover.
 * @param item whose routing it is
 * @param operations in order
 * @param places what the plant has
 * @returns `reference.unknown` {field, kind, id} · `routing.invalid` {item, why, reason, …} · null: usable
 */
export function checkRoutingPlaces(
  item: string,
  operations: readonly RoutingOperation[],
  places: RoutingPlaces,
): Refusal | null {
  const unknown = unknownReference(operations, places);
  if (unknown) return unknown;
  const stray = operations.map((operation) => strayFamily(operation, places)).find((found) => found !== null);
  return stray ? refuse('routing.invalid', { item, ...stray }) : null;
}
