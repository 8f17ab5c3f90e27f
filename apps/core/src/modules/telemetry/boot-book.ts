import { Injectable } from '@nestjs/common';
import { addSeqs, hasSeq, shorten, type SeqRanges } from '@takt/telemetry';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { BootRepository, type BootSeqs } from './boot.repository';
import type { Accepted, Refused } from './message-decoder';
import { keyOf, MessageRepository } from './message.repository';
import { differing } from './repeated-keys';

/** Gaps that are remembered of a boot. */
const RANGES_MAX = 1000;

const bootOf = ({ plant, line, station, boot }: Omit<BootSeqs, 'ranges'>): string =>
  JSON.stringify([plant, line, station, boot]);

/** What was found in messages. */
export interface Entered {
  readonly fresh: readonly Accepted[];
  readonly repeated: readonly Refused[];
}

/**
 * The book of what has arrived of each boot of each device: the commit watermark, and the last look for messages
 * that use a key a second time with another clock, which the key of the table alone does not see.
 */
@Injectable()
export class BootBook {
  constructor(
    private readonly repository: BootRepository,
    private readonly messages: MessageRepository,
    private readonly clock: Clock,
  ) {}

  /** Enters messages; their stations are locked. Those that repeat a key are taken out again and handed back. */
  async enter(tx: Tx, given: readonly Accepted[]): Promise<Entered> {
    const boots = [...new Map(given.map((message) => [bootOf(message), message])).values()];
    const stored = await this.repository.find(tx, boots);
    const before = new Map<string, SeqRanges>(stored.map((row) => [bootOf(row), row.ranges]));
    const { fresh, repeated } = await this.sort(tx, given, before);
    const seqs = new Map<string, number[]>(boots.map((boot) => [bootOf(boot), []]));
    for (const message of fresh) seqs.get(bootOf(message))?.push(message.seq);
    const rows = boots.map(({ plant, line, station, boot }) => {
      const key = bootOf({ plant, line, station, boot });
      const ranges = shorten(addSeqs(before.get(key) ?? [], seqs.get(key) ?? []), RANGES_MAX);
      return { plant, line, station, boot, ranges };
    });
    await this.repository.save(tx, rows, this.clock.date());
    return { fresh, repeated: repeated.map(differing) };
  }

  private async sort(
    tx: Tx,
    given: readonly Accepted[],
    before: ReadonlyMap<string, SeqRanges>,
  ): Promise<{ fresh: readonly Accepted[]; repeated: readonly Accepted[] }> {
    const seen = new Set<string>();
    const suspects = given.filter((message) => {
      const key = keyOf(message);
      const known = seen.has(key) || hasSeq(before.get(bootOf(message)) ?? [], message.seq);
      seen.add(key);
      return known;
    });
    if (suspects.length === 0) return { fresh: given, repeated: [] };
    // Ranges forget old gaps: what the table says counts.
    const rows = await this.messages.stored(tx, suspects);
    const others = new Map<string, number>();
    for (const { key } of rows) others.set(key, (others.get(key) ?? 0) + 1);
    const repeated = suspects.filter((message) => (others.get(keyOf(message)) ?? 0) > 1);
    if (repeated.length > 0) await this.messages.remove(tx, repeated);
    const out = new Set(repeated);
    return { fresh: given.filter((message) => !out.has(message)), repeated };
  }
}
