/** The place of a message in the life of its device. */
export interface Stamped {
  /** new at each start of the device */
  readonly boot: string;
  /** from 0, +1 per message of the boot */
  readonly seq: number;
  /** effective time, epoch ms */
  readonly at: number;
}

/** The messages of one boot by seq, each key once: the first given wins. */
export function bootsOf<T extends Stamped>(messages: readonly T[]): Map<string, T[]> {
  const boots = new Map<string, Map<number, T>>();
  for (const message of messages) {
    const boot = boots.get(message.boot) ?? new Map<number, T>();
    if (!boot.has(message.seq)) boot.set(message.seq, message);
    boots.set(message.boot, boot);
  }
  return new Map([...boots].map(([name, boot]) => [name, [...boot.values()].sort((a, b) => a.seq - b.seq)]));
}

/**
 * Turns the times of messages in order into a staircase: never before the message before, never after `latest`, so that a clock
 * that is set back or a late message of an old boot never reaches into newer time.
 */
export function staircase<T extends Stamped>(messages: readonly T[], latest: number): T[] {
  let reached = -Infinity;
  return messages.map((message) => {
    reached = Math.min(latest, Math.max(reached, message.at));
    return message.at === reached ? message : { ...message, at: reached };
  });
}

/** Boots follow each other as they began; those that began together by name. */
export function byStart(a: { boot: string; startAt: number }, b: { boot: string; startAt: number }): number {
  return a.startAt - b.startAt || (a.boot < b.boot ? -1 : 1);
}

/**
 * Messages of one station in the order in which the device made them: by (boot, seq), each key once (the first given wins),
 * whatever the order of arrival. Boots follow each other as their lowest numbers do. Times become a staircase: never before the
 * message before, never after the start of the next boot.
 * @param messages in any order, with duplicates
 */
export function arrange<T extends Stamped>(messages: readonly T[]): T[] {
  const boots = [...bootsOf(messages)]
    .map(([boot, own]) => ({ boot, own, startAt: own[0].at }))
    .sort(byStart);
  return boots.flatMap(({ own }, i) => staircase(own, boots[i + 1]?.startAt ?? Infinity));
}
