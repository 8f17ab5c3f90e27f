import type { LoopStatus } from '@takt/contracts';
import type { OfficeKey } from '../../lib/texts';

/** What is said of a code of core: a key with its values; undefined where there is no word, and the code is shown as it is. */
export interface LoopWord {
  readonly key: OfficeKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

const outcomes: Readonly<Record<string, OfficeKey>> = {
  published: 'loop.outcome.published',
  drafted: 'loop.outcome.drafted',
  unchanged: 'loop.outcome.unchanged',
};
const parts: Readonly<Record<string, OfficeKey>> = {
  postgresql: 'loop.part.postgresql',
  broker: 'loop.part.broker',
  jobs: 'loop.jobs',
};
const queues: Readonly<Record<string, OfficeKey>> = {
  '{plan}': 'loop.queue.plan',
  '{hook}': 'loop.queue.hook',
  '{report}': 'loop.queue.report',
};

const word = (key: OfficeKey | undefined): LoopWord | undefined => (key ? { key } : undefined);

/** What a replan led to. @param outcome a code, or `failed: ` with what went wrong */
export function outcomeWord(outcome: string): LoopWord | undefined {
  const [, why] = /^failed: (.*)$/s.exec(outcome) ?? [];
  return why === undefined ? word(outcomes[outcome]) : { key: 'loop.outcome.failed', values: { why } };
}

/** A part of the installation. @param part its code */
export function partWord(part: string): LoopWord | undefined {
  return word(parts[part]);
}

/** How a part is. @param detail what core says of it */
export function detailWord({ detail }: LoopStatus['parts'][number]): LoopWord | undefined {
  const [, count] = /^(\d+) devices connected$/.exec(detail) ?? [];
  if (count !== undefined) return { key: 'loop.devices', values: { count: Number(count) } };
  return detail === 'connected' ? { key: 'loop.connected' } : undefined;
}

/** A queue of background work. @param queue its name with the hash tag of a Redis Cluster */
export function queueWord(queue: string): LoopWord | undefined {
  return word(queues[queue]);
}
