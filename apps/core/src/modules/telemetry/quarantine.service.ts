import { Inject, Injectable } from '@nestjs/common';
import {
  refuse,
  sentenceOf,
  topicOf,
  type ErrorCode,
  type EventPayload,
  type QuarantineEntry,
  type Refusal,
} from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { Announcer } from './announcer';
import {
  entryOf,
  QuarantineRepository,
  type QuarantineFilter,
  type Resolution,
} from './quarantine.repository';
import { SecondTry } from './second-try';

/** Messages that were not accepted: seen, tried again, put aside. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly database: Database,
    private readonly repository: QuarantineRepository,
    private readonly secondTry: SecondTry,
    private readonly announcer: Announcer,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page; messages that name no plant there is are shown in every plant. */
  page(
    plant: string,
    filter: QuarantineFilter,
    page: PageRequest,
  ): Promise<{ items: QuarantineEntry[]; nextCursor: string | null }> {
    return this.database.read('*', (tx) => this.repository.page(tx, plant, filter, page));
  }

  /** Tries a message again, or puts it aside. One that is settled stays as it is. @returns thing.unknown */
  async resolve(plant: string, id: string, action: 'retry' | 'dismiss'): Promise<QuarantineEntry | Refusal> {
    const entry = await this.database.read('*', (tx) => this.repository.find(tx, plant, id));
    if (!entry) return refuse('thing.unknown', { kind: 'quarantined message', id });
    if (entry.resolvedAt !== null) return entryOf(entry);
    if (action === 'dismiss') return this.settle(plant, id, 'dismissed');
    // Not under a lock: what is refused again is counted on the same entry.
    const decoded = await this.secondTry.read(entry);
    if (entry.reason === 'rejected-report' && decoded.kind === 'accepted')
      return this.settle(plant, id, 'retried', (tx) => this.announcer.reported(tx, [decoded.accepted]));
    if (await this.secondTry.run(decoded)) return this.settle(plant, id, 'retried');
    const again = await this.database.read('*', (tx) => this.repository.find(tx, plant, id));
    return entryOf(again ?? entry);
  }

  /** Keeps what a device reported and nobody could carry out. */
  keepRejected(plant: string, rejected: EventPayload<'device.refused'>): Promise<void> {
    const { station, line, channel, message, receivedAt, code, facts } = rejected;
    const payload = Buffer.from(JSON.stringify(message));
    return this.database.write('*', (tx) =>
      this.repository.keep(tx, [
        {
          plant,
          topic: topicOf({ plant, line, station, channel }),
          reason: 'rejected-report',
          detail: `${code}: ${sentenceOf(code as ErrorCode, facts, 'en').detail}`,
          payload,
          bytes: payload.length,
          receivedAt: Date.parse(receivedAt),
        },
      ]),
    );
  }

  private settle(
    plant: string,
    id: string,
    resolution: Resolution,
    work: (tx: Tx) => Promise<void> = () => Promise.resolve(),
  ): Promise<QuarantineEntry | Refusal> {
    return this.database.write('*', async (tx) => {
      const entry = await this.repository.find(tx, plant, id);
      if (!entry) return refuse('thing.unknown', { kind: 'quarantined message', id });
      if (entry.resolvedAt !== null) return entryOf(entry);
      await work(tx);
      return entryOf(await this.repository.resolve(tx, entry, resolution, this.clock.date()));
    });
  }
}
