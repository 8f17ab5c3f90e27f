import { Injectable } from '@nestjs/common';
import { refuse, type DeviceMessage, type Refusal } from '@takt/contracts';
import { Database, type Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { MessageRepository } from './message.repository';

/** One value as a device measured it. */
export interface Measured {
  readonly at: string;
  readonly name: string;
  readonly value: number;
}

/** Which values are asked for. */
export interface MeasureQuery {
  readonly from: string;
  readonly to: string;
  readonly name?: string | undefined;
  readonly limit: number;
}

const PAGE = 2000;
/** Messages that are looked through for a name that they may not hold. */
const SCAN_MOST = 100_000;

/** What devices have measured: read from their messages. */
@Injectable()
export class MeasureService {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageRepository,
    private readonly plants: PlantRepository,
  ) {}

  /** Values of a station in a window, newest first. @returns thing.unknown */
  async list(plant: string, station: string, query: MeasureQuery): Promise<Measured[] | Refusal> {
    return this.database.read(plant, async (tx) =>
      (await this.plants.station(tx, station))
        ? this.read(tx, station, query)
        : refuse('thing.unknown', { kind: 'station', id: station }),
    );
  }

  private async read(tx: Tx, station: string, { from, to, name, limit }: MeasureQuery): Promise<Measured[]> {
    const found: Measured[] = [];
    const fromAt = Date.parse(from);
    let toAt = Date.parse(to);
    for (let scanned = 0; scanned < SCAN_MOST && found.length < limit; scanned += PAGE) {
      const window = { plant: tx.plant, station, channels: ['measure'] as const, fromAt, toAt, limit: PAGE };
      const page = await this.messages.inWindow(tx, { ...window, newestFirst: true });
      const oldest = page.at(-1)?.at;
      const full = page.length === PAGE;
      // What happened in the same millisecond as the last one may go on beyond the page: it is read again.
      const whole = full ? page.filter(({ at }) => at !== oldest) : page;
      for (const message of whole.length > 0 ? whole : page) {
        const { values } = message.message as DeviceMessage<'measure'>;
        const at = new Date(message.at).toISOString();
        for (const [key, value] of Object.entries(values))
          if (name === undefined || key === name) found.push({ at, name: key, value });
      }
      if (!full || oldest === undefined) break;
      toAt = whole.length > 0 ? oldest + 1 : oldest;
    }
    return found.slice(0, limit);
  }
}
