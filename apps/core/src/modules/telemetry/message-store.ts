import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, IngestLane, type Tx } from '../../platform/database';
import { refusedOf, type Accepted, type Refused } from './message-decoder';
import { MessageRepository } from './message.repository';
import { QuarantineRepository } from './quarantine.repository';
import { sortOut } from './repeated-keys';
import { isPoison } from './store-fault';

/** What was stored of a group of messages. */
export interface Stored {
  /** batch in which the messages wait to be derived; null: there is none */
  readonly batch: string | null;
  readonly kept: readonly Accepted[];
  readonly duplicates: number;
  readonly refused: readonly Refused[];
}

const NOTHING: Stored = { batch: null, kept: [], duplicates: 0, refused: [] };

/**
 * Stores messages, and what was refused, in one transaction. Exactly once by (plant, line, station, boot, seq): what is
 * sent again is passed over, what says something else under the same key goes into quarantine.
 */
@Injectable()
export class MessageStore {
  constructor(
    private readonly database: Database,
    private readonly lane: IngestLane,
    private readonly messages: MessageRepository,
    private readonly quarantine: QuarantineRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a group.
   * @throws {@link isPoison} when PostgreSQL refuses one of them; anything else when it is away
   */
  put(accepted: readonly Accepted[], refused: readonly Refused[]): Promise<Stored> {
    return refused.length === 0 ? this.putAlone(accepted) : this.putTogether(accepted, refused);
  }

  /** Stores a group of which PostgreSQL refuses something: halved until the bad one stands alone and goes into quarantine. */
  async putApart(accepted: readonly Accepted[], refused: readonly Refused[]): Promise<Stored[]> {
    try {
      return [await this.put(accepted, refused)];
    } catch (error) {
      const [first] = accepted;
      if (!isPoison(error) || first === undefined) throw error;
      if (accepted.length === 1) {
        const detail = `PostgreSQL refused it: ${(error as Error).message}`;
        return [await this.put([], [...refused, refusedOf(first, 'invalid-field', detail)])];
      }
      const middle = accepted.length >> 1;
      const head = await this.putApart(accepted.slice(0, middle), refused);
      return [...head, ...(await this.putApart(accepted.slice(middle), []))];
    }
  }

  /** Nothing was refused: one statement is the whole transaction, unless it finds keys that were there before. */
  private async putAlone(accepted: readonly Accepted[]): Promise<Stored> {
    if (accepted.length === 0) return NOTHING;
    const { id, kept } = await this.messages.store(
      (statement, values) => this.lane.run(statement, values),
      accepted,
      this.realNow(),
    );
    if (kept === accepted.length) return { batch: id, kept: accepted, duplicates: 0, refused: [] };
    // Stored it is. What differs from what was there goes into quarantine before anything is acknowledged: it comes again.
    return this.database.write('*', async (tx) => {
      const sorted = sortOut(accepted, id, await this.messages.stored(tx, accepted));
      await this.quarantine.keep(tx, sorted.refused);
      return { batch: id, ...sorted };
    });
  }

  private putTogether(accepted: readonly Accepted[], refused: readonly Refused[]): Promise<Stored> {
    return this.database.write('*', async (tx) => {
      const stored = await this.putMessages(tx, accepted);
      const all = [...refused, ...stored.refused];
      await this.quarantine.keep(tx, all);
      return { ...stored, refused: all };
    });
  }

  private async putMessages(tx: Tx, accepted: readonly Accepted[]): Promise<Stored> {
    if (accepted.length === 0) return NOTHING;
    const { id, kept } = await this.messages.store(
      ({ text }, values) => tx.query(text, values),
      accepted,
      this.realNow(),
    );
    if (kept === accepted.length) return { batch: id, kept: accepted, duplicates: 0, refused: [] };
    return { batch: id, ...sortOut(accepted, id, await this.messages.stored(tx, accepted)) };
  }

  private realNow(): Date {
    return new Date(this.clock.real());
  }
}
