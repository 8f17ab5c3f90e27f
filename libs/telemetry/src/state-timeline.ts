import { bootsOf, byStart, staircase } from './arrange';
import { stateStep, type Signal, type StateSpan, type StateTrack } from './state-track';

/** Puts wills, by time, behind the messages that are not later. */
function mergeWills<T extends Signal>(messages: readonly T[], wills: readonly T[]): T[] {
  const rest = [...wills].sort((a, b) => a.at - b.at);
  const result: T[] = [];
  for (const message of messages) {
    while (rest.length > 0 && rest[0].at < message.at) result.push(...rest.splice(0, 1));
    result.push(message);
  }
  return [...result, ...rest];
}

/** Do signals come as they usually do: of one boot, by number, without a last will? */
function areInOrder(signals: readonly Signal[]): boolean {
  const [first] = signals;
  let seq = -1;
  for (const signal of signals) {
    if (signal.boot !== first.boot || signal.seq <= seq || signal.online === false) return false;
    seq = signal.seq;
  }
  return true;
}

/**
 * Signals of one station in the order in which they are taken in: messages by (boot, seq), each last will after what its boot had
 * said by then and before the next boot, whatever the order of arrival.
 * @param signals in any order, with duplicates
 */
export function arrangeSignals<T extends Signal>(signals: readonly T[]): T[] {
  if (areInOrder(signals)) return staircase(signals, Infinity);
  const boots = [...bootsOf(signals)]
    .map(([boot, all]) => {
      const own = all.filter((signal) => signal.online !== false);
      const wills = all.filter((signal) => signal.online === false);
      const startAt = Math.min(...own.slice(0, 1).map(({ at }) => at), ...wills.map(({ at }) => at));
      return { boot, own, wills, startAt };
    })
    .sort(byStart);
  return boots.flatMap(({ own, wills }, i) => {
    const next = boots[i + 1]?.startAt ?? Infinity;
    const ending = wills.map((will) => ({ ...will, at: Math.min(will.at, next) }));
    return mergeWills(staircase(own, next), ending);
  });
}

/**
 * The past of a station from its signals: the same for every order of arrival and with duplicates, and the same as taking them
 * in one by one with `stateStep`.
 * @param signals of one station, in any order
 * @param silentMs a silence of this length is believed
 * @param track what is remembered from before the first of them; null: nothing
 * @returns closed spans, contiguous and sorted, and what is remembered; `tailOf` gives what lasts
 */
export function deriveStates(
  signals: readonly Signal[],
  silentMs: number,
  track: StateTrack | null = null,
): { track: StateTrack | null; spans: StateSpan[] } {
  const spans: StateSpan[] = [];
  let last = track;
  for (const signal of arrangeSignals(signals)) {
    const step = stateStep(last, signal, silentMs);
    last = step.track;
    spans.push(...step.spans);
  }
  return { track: last, spans };
}
