import type { MachineState } from '@takt/contracts';
import type { Stretch, Work } from './production-log';

/** What a station would have said. */
export type Saying =
  | { readonly at: number; readonly channel: 'state'; readonly state: MachineState; readonly reason?: string }
  | { readonly at: number; readonly channel: 'count'; readonly good: number; readonly scrap: number };

const STATE: Readonly<Record<Work, MachineState>> = { run: 'running', setup: 'setup', other: 'idle' };
const RANK: readonly Work[] = ['run', 'setup', 'other'];
const UNDOCUMENTED = 'undocumented';

/** Most of what goes on at once is what the station does: it runs if anybody runs it. */
function stateAt(active: Readonly<Record<Work, number>>): { state: MachineState; reason?: string } {
  const work = RANK.find((one) => active[one] > 0);
  if (work === undefined) return { state: 'idle' };
  return work === 'other' ? { state: STATE[work], reason: UNDOCUMENTED } : { state: STATE[work] };
}

/**
 * What a machine would have told of the stretches of work at it: its states, and its counter after each stretch that made something.
 * Stretches may overlap; those without length change no state.
 * @returns by time
 */
export function storyOf(stretches: readonly Stretch[]): Saying[] {
  const changes = stretches
    .filter(({ startAt, endAt }) => endAt > startAt)
    .flatMap(({ startAt, endAt, work }) => [
      { at: startAt, work, by: 1 },
      { at: endAt, work, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const active: Record<Work, number> = { run: 0, setup: 0, other: 0 };
  const story: Saying[] = [];
  let shown = '';
  changes.forEach(({ at, work, by }, i) => {
    active[work] += by;
    if (changes[i + 1]?.at === at) return;
    const look = stateAt(active);
    if (JSON.stringify(look) === shown) return;
    shown = JSON.stringify(look);
    story.push({ at, channel: 'state', ...look });
  });
  return [...story, ...countsOf(stretches)].sort((a, b) => a.at - b.at);
}

function countsOf(stretches: readonly Stretch[]): Saying[] {
  let good = 0;
  return [...stretches]
    .sort((a, b) => a.endAt - b.endAt)
    .filter(({ qty }) => qty > 0)
    .map(({ endAt, qty }) => {
      good += qty;
      return { at: endAt, channel: 'count', good, scrap: 0 };
    });
}
