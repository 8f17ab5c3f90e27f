import { Injectable } from '@nestjs/common';
import { refuse, type Changeover, type Refusal, type RoutingOperation } from '@takt/contracts';
import { checkRoutingPlaces, type RoutingPlaces } from '@takt/production';
import type { Tx } from '../../platform/database';
import { PlantRepository, StationChangeovers, type Values } from '../plant';
import { ChangeoverRepository } from './changeover.repository';
import { MediaRepository } from './media.repository';
import { RoutingRepository } from './routing.repository';
import { SkillRegister } from './skill-register';

/** What is about to change beneath the routings. */
interface Change {
  /** the stations at which routings have to be checked again */
  readonly at: readonly string[];
  readonly stations?: RoutingPlaces['stations'];
  readonly changeovers?: RoutingPlaces['changeovers'];
}

/** Reads what routings refer to, and checks them again before a station or a matrix changes beneath them. */
@Injectable()
export class RoutingPlacesReader extends StationChangeovers {
  constructor(
    private readonly plants: PlantRepository,
    private readonly routings: RoutingRepository,
    private readonly changeovers: ChangeoverRepository,
    private readonly skills: SkillRegister,
    private readonly media: MediaRepository,
  ) {
    super();
  }

  /** The stations, matrices and skills that operations may refer to. */
  async of(tx: Tx, operations: readonly RoutingOperation[]): Promise<RoutingPlaces> {
    const skills = operations.flatMap(({ skill }) => skill ?? []);
    return {
      stations: new Map((await this.plants.allStations(tx)).map((station) => [station.id, station])),
      changeovers: new Map((await this.changeovers.all(tx)).map((matrix) => [matrix.id, matrix])),
      skills: await this.skills.known(tx, skills),
    };
  }

  /** Is everything there that the instructions show? @returns `reference.unknown`, or null */
  async checkMedia(tx: Tx, operations: readonly RoutingOperation[]): Promise<Refusal | null> {
    const ids = operations.flatMap(({ steps }) => steps).flatMap(({ media }) => media ?? []);
    const known = await this.media.byId(tx, ids);
    const missing = ids.find((id) => !known.has(id));
    if (missing === undefined) return null;
    return refuse('reference.unknown', { field: 'media', kind: 'media', id: missing });
  }

  async checkStation(tx: Tx, station: string, matrix: string | null): Promise<Refusal | null> {
    if (matrix !== null && !(await this.changeovers.all(tx)).some(({ id }) => id === matrix))
      return refuse('reference.unknown', { field: 'changeover', kind: 'changeover', id: matrix });
    return this.check(tx, { at: [station], stations: new Map([[station, { changeover: matrix }]]) });
  }

  /** Refuses a matrix that lacks a family which a routing needs at one of its stations: `routing.invalid`. */
  async checkMatrix(tx: Tx, id: string, matrix: Values<Changeover>): Promise<Refusal | null> {
    const stations = (await this.plants.allStations(tx)).filter(({ changeover }) => changeover === id);
    return this.check(tx, {
      at: stations.map((station) => station.id),
      changeovers: new Map([[id, matrix]]),
    });
  }

  private async check(tx: Tx, change: Change): Promise<Refusal | null> {
    const items = change.at.length === 0 ? [] : await this.routings.itemsAt(tx, change.at);
    if (items.length === 0) return null;
    const routings = await this.routings.byItem(tx, items);
    const stored = await this.of(tx, [...routings.values()].flat());
    const places = {
      ...stored,
      stations: new Map([...stored.stations, ...(change.stations ?? [])]),
      changeovers: new Map([...stored.changeovers, ...(change.changeovers ?? [])]),
    };
    for (const [item, operations] of routings) {
      const refusal = checkRoutingPlaces(item, operations, places);
      if (refusal) return refusal;
    }
    return null;
  }
}
