import { Injectable } from '@nestjs/common';
import { parseTopic, type TopicAddress } from '@takt/contracts';
import { Database } from '../../platform/database';
import { PlantRepository } from '../plant';

/** What has to be known of a station to understand its messages. */
export interface Place {
  readonly line: string;
  /** a silence of this length is believed, in ms */
  readonly silentMs: number;
  /** shorter stops need no reason, in ms */
  readonly microstopMs: number;
}

const FRESH_MS = 3000;
/** Topics that are remembered taken apart; there are few, and many messages under each. */
const TOPICS_MAX = 20_000;

/**
 * The stations of every plant, in memory: each message is looked up here. What is not found is asked for again, so that a
 * station may be set up while its device is already speaking; changed limits are known within seconds.
 */
@Injectable()
export class PlantDirectory {
  private plants = new Map<string, Map<string, Place>>();
  private readonly topics = new Map<string, TopicAddress>();
  private readAt = -Infinity;
  private reading: Promise<void> | null = null;
  private following: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly repository: PlantRepository,
  ) {}

  /** Where a topic belongs; null: it is none of ours. */
  address(topic: string): TopicAddress | null {
    const known = this.topics.get(topic);
    if (known) return known;
    const address = parseTopic(topic);
    if (this.topics.size >= TOPICS_MAX) this.topics.clear();
    if (address) this.topics.set(topic, address);
    return address;
  }

  /** Is there such a plant? */
  hasPlant(plant: string): boolean {
    return this.plants.has(plant);
  }

  /** A station; null: there is none that is known. */
  find(plant: string, station: string): Place | null {
    if (performance.now() - this.readAt > FRESH_MS) void this.refresh().catch(() => undefined);
    return this.plants.get(plant)?.get(station) ?? null;
  }

  /** Reads all that was set up before this call. @throws when PostgreSQL is away */
  refresh(): Promise<void> {
    if (this.reading === null) return (this.reading = this.read().finally(() => (this.reading = null)));
    // The reading under way may have begun too early: one more follows, for all who ask meanwhile.
    this.following ??= this.reading
      .catch(() => undefined)
      .then(() => {
        this.following = null;
        return this.refresh();
      });
    return this.following;
  }

  private async read(): Promise<void> {
    this.readAt = performance.now();
    const { plants, stations } = await this.database.read('*', async (tx) => ({
      plants: await this.repository.plants(tx),
      stations: await this.repository.stationsEverywhere(tx),
    }));
    const found = new Map(plants.map(({ id }) => [id, new Map<string, Place>()]));
    for (const { plant, station } of stations) {
      const { line, silentSec, microstopSec } = station;
      found
        .get(plant)
        ?.set(station.id, { line, silentMs: silentSec * 1000, microstopMs: microstopSec * 1000 });
    }
    this.plants = found;
  }
}
