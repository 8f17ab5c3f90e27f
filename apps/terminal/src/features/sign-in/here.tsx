import type { BadgeDirection } from '@takt/contracts';
import { Button, useFormat } from '@takt/ui';
import { enterAndSignal } from '../../lib/enter-and-signal';
import { usePersonName } from '../../lib/names';
import { signOut, usePeople, type SignedIn } from '../../lib/people';
import { deedAt } from '../../lib/reporting';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import type { Standing } from './standing';
import css from './sign-in-page.module.css';
import { useStanding } from './use-standing';

/** What a person can badge next. */
const ways: Readonly<Record<Standing['kind'], readonly BadgeDirection[]>> = {
  out: ['in'],
  in: ['break', 'out'],
  break: ['back', 'out'],
};

/** Enters a badge: kept on this device first, so that it holds without the network too. */
function useBadging(): (worker: string, direction: BadgeDirection) => Promise<void> {
  const { stations } = useTerminal();
  return async (worker, direction) => {
    const at = deedAt();
    const [station] = stations;
    await enterAndSignal((commandId) => ({
      kind: 'badge',
      body: { commandId, worker, direction, at, ...(station !== undefined && { station }) },
    }));
  };
}

function Person({ person, standing }: { person: SignedIn; standing: Standing }) {
  const say = useFloorText();
  const format = useFormat();
  const personName = usePersonName();
  const badge = useBadging();
  const { worker, session } = person;
  return (
    <li>
      <span>
        <strong>{personName(session)}</strong>
        {standing.kind === 'break' ? (
          <small data-tone="blue">{say('badge.since', { time: format.time(standing.sinceAt) })}</small>
        ) : null}
      </span>
      <span className={css.ways}>
        {ways[standing.kind].map((direction) => (
          <Button
            key={direction}
            icon={direction === 'break' ? 'pause' : direction === 'back' ? 'play' : 'badge'}
            kind={direction === 'in' || direction === 'back' ? 'main' : 'plain'}
            onClick={once(() => void badge(worker, direction))}
          >
            {say(`badge.${direction}`)}
          </Button>
        ))}
        <Button icon="cross" onClick={() => signOut(worker)}>
          {say('sign-out')}
        </Button>
      </span>
    </li>
  );
}

/** Who is signed in: clock in and out, go for a break, leave the screen. */
export function Here() {
  const say = useFloorText();
  const people = usePeople();
  const standingOf = useStanding();
  if (people.length === 0) return null;
  return (
    <ul className={css.here} aria-label={say('people')}>
      {people.map((person) => (
        <Person key={person.worker} person={person} standing={standingOf(person.worker)} />
      ))}
    </ul>
  );
}
