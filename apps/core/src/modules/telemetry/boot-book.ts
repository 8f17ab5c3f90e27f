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

type Boot = Omit<BootSeqs, 'ranges'>;

/** The messages of a boot. */
interface BootGroup extends Boot {
  readonly messages: Accepted[];
}

const bootOf = ({ plant, line, station, boot }: Boot): string => JSON.stringify([plant, line, station, boot]);

function bootsIn(messages: readonly Accepted[]): BootGroup[] {
  const groups: BootGroup[] = [];
  const places = new Map<string, Map<string, BootGroup>>();
  for (const message of messages) {
    const { plant, line, station, boot } = message;
    const place = `${plant}/${line}/${station}`;
    let boots = places.get(place);
    if (!boots) places.set(place, (boots = new Map()));
    const group = boots.get(boot);
    if (group) group.messages.push(message);
    else {
      const fresh = { plant, line, station, boot, messages: [message] };
      boots.set(boot, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

/** Messages of a boot whose number was there before, or comes twice. */
function suspectsIn({ messages }: BootGroup, known: SeqRanges): Accepted[] {
  const top = known.at(-1)?.[1] ?? -1;
  let last = top;
  const ascending = messages.every(({ seq }) => {
    const further = seq > last;
    last = seq;
    return further;
  });
  if (ascending) return [];
  const seen = new Set<number>();
  return messages.filter(({ seq }) => {
    const before = seen.has(seq) || (seq <= top && hasSeq(known, seq));
    seen.add(seq);
    return before;
  });
}

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
    const groups = bootsIn(given);
    const stored = await this.repository.find(tx, groups);
    const before = new Map<string, SeqRanges>(stored.map((row) => [bootOf(row), row.ranges]));
    const known = groups.map((group): SeqRanges => before.get(bootOf(group)) ?? []);
    const suspects = groups.flatMap((group, i) => suspectsIn(group, known[i] ?? []));
    const repeated = await this.repeated(tx, suspects);
    const rows = groups.map(({ plant, line, station, boot, messages }, i): BootSeqs => {
      const seqs = messages.filter((message) => !repeated.has(message)).map(({ seq }) => seq);
      return { plant, line, station, boot, ranges: shorten(addSeqs(known[i] ?? [], seqs), RANGES_MAX) };
    });
    await this.repository.save(tx, rows, this.clock.date());
    if (repeated.size === 0) return { fresh: given, repeated: [] };
    return {
      fresh: given.filter((message) => !repeated.has(message)),
      repeated: [...repeated].map(differing),
    };
  }

  /** Which of the suspects repeat a key: ranges forget old gaps, what the table says counts. They are taken out of it. */
  private async repeated(tx: Tx, suspects: readonly Accepted[]): Promise<ReadonlySet<Accepted>> {
    if (suspects.length === 0) return new Set();
    const rows = await this.messages.stored(tx, suspects);
    const others = new Map<string, number>();
    for (const { key } of rows) others.set(key, (others.get(key) ?? 0) + 1);
    const repeated = suspects.filter((message) => (others.get(keyOf(message)) ?? 0) > 1);
    if (repeated.length > 0) await this.messages.remove(tx, repeated);
    return new Set(repeated);
  }
}
