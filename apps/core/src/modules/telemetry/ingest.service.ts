import { Injectable, Logger } from '@nestjs/common';
import { LoopMetrics } from '../../platform/metrics';
import type { Envelope, Settle } from '../../platform/mqtt';
import { Deriver } from './deriver';
import { GroupCommit } from './group-commit';
import { decode, type Accepted, type Decoded, type Refused } from './message-decoder';
import { MessageStore, type Stored } from './message-store';
import { PlantDirectory } from './plant-directory';
import { isPoison } from './store-fault';
import { Upkeep } from './upkeep.service';

const GROUP = { items: 1000, bytes: 4 * 1024 * 1024 } as const;
/** A message that was looked into when it came: while the group before it is being stored. */
interface Taken {
  readonly envelope: Envelope;
  readonly decoded: Decoded;
  readonly settle: Settle;
}

const RETRY_MS = { first: 50, most: 1000 } as const;

/**
 * The way of a device message into PostgreSQL. Messages that arrive together are committed together; what cannot be accepted
 * goes into quarantine in the same commit. While PostgreSQL is away nothing is lost and nothing is acknowledged: the
 * group waits, and with it the sockets.
 */
@Injectable()
export class IngestService {
  private readonly logger = new Logger('ingest');
  private readonly group = new GroupCommit<Taken>(
    (group) => this.commit(group),
    ({ envelope }) => envelope.payload.length,
    GROUP,
  );
  private ending = false;

  constructor(
    private readonly store: MessageStore,
    private readonly directory: PlantDirectory,
    private readonly deriver: Deriver,
    private readonly upkeep: Upkeep,
    private readonly metrics: LoopMetrics,
  ) {}

  /** Prepares to take messages. */
  async open(): Promise<void> {
    await this.upkeep.openPartitions();
    await this.directory.refresh();
    this.deriver.wake();
  }

  /**
   * Takes a message from the broker.
   * @param settle told when it is stored, be it as a message or in quarantine; told of an error only while core ends
   */
  accept(envelope: Envelope, settle: Settle): void {
    if (this.ending) return settle(new Error('core is ending'));
    this.group.add({ envelope, decoded: decode(envelope, this.directory), settle });
  }

  /** Stores what has been taken and takes no more; what PostgreSQL does not take any more is given back. */
  async drain(): Promise<void> {
    this.ending = true;
    await this.group.idle();
    await this.deriver.end();
  }

  private async commit(group: readonly Taken[]): Promise<void> {
    const accepted: Accepted[] = [];
    const refused: Refused[] = [];
    await this.lookUp(group);
    for (const { envelope, decoded } of group) {
      const one = decoded.kind === 'unknown' ? decode(envelope, this.directory) : decoded;
      if (one.kind === 'accepted') accepted.push(one.accepted);
      else refused.push(one.refused);
    }
    try {
      this.tell(await this.patiently(() => this.store.put(accepted, refused)));
    } catch (error) {
      if (!isPoison(error)) throw error;
      for (const stored of await this.patiently(() => this.store.putApart(accepted, refused)))
        this.tell(stored);
    }
    const [oldest] = group;
    if (oldest) this.metrics.observe('commit', performance.now() - oldest.envelope.arrivedMs);
  }

  /** What is not known was perhaps set up a moment ago. */
  private async lookUp(group: readonly Taken[]): Promise<void> {
    if (group.some(({ decoded }) => decoded.kind === 'unknown'))
      await this.patiently(() => this.directory.refresh());
  }

  /** Tries until it is done; an error that lies in the data is thrown at once. */
  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let wait: number = RETRY_MS.first; ; wait = Math.min(2 * wait, RETRY_MS.most)) {
      try {
        return await work();
      } catch (error) {
        if (this.ending || isPoison(error)) throw error;
        this.logger.warn(
          { err: (error as Error).message, waiting: this.group.waiting },
          'messages wait for PostgreSQL',
        );
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  }

  private tell({ batch, kept, duplicates, refused }: Stored): void {
    this.metrics.messages.inc({ outcome: 'stored' }, kept.length);
    this.metrics.messages.inc({ outcome: 'duplicate' }, duplicates);
    this.metrics.messages.inc({ outcome: 'quarantined' }, refused.length);
    if (batch !== null) this.deriver.handOver(batch, kept);
  }
}
