import { Button, ConnectionIndicator, Icon, useConnection, useFactoryNow, useFormat } from '@takt/ui';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePeople } from '../lib/people';
import { useFloorText } from '../lib/texts';
import css from './floor-frame.module.css';

/** What every screen of the floor shows around its own content. */
export interface FloorFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** the screen is one tap away from another one: shows the way back, bottom left */
  readonly back?: boolean;
  /** what else stands at the foot */
  readonly foot?: ReactNode;
  /** over the full width, above the content: changes to acknowledge */
  readonly banner?: ReactNode;
}

function Clock() {
  const format = useFormat();
  return <span className={css.clock}>{format.time(useFactoryNow(60_000))}</span>;
}

function People() {
  const say = useFloorText();
  const people = usePeople();
  const [first] = people;
  return (
    <nav className={css.people} aria-label={say('people')}>
      <Link className={css.person} to="/sign-in">
        <Icon name={people.length > 1 ? 'users' : 'user'} />
        {first
          ? people.length > 1
            ? say('people.more', { name: first.session.name, count: people.length - 1 })
            : first.session.name
          : say('sign-in')}
      </Link>
    </nav>
  );
}

/** Station or line, people, clock and connection above; the way back below. */
export function FloorFrame({ title, children, back, foot, banner }: FloorFrameProps) {
  const say = useFloorText();
  const go = useNavigate();
  const { state, sinceMs } = useConnection();
  return (
    <div className={css.frame}>
      <header>
        <div className={css.top}>
          <h1 className={css.title}>{title}</h1>
          <People />
          <Clock />
          <ConnectionIndicator state={state} sinceMs={sinceMs} />
        </div>
        {banner}
      </header>
      <main className={css.body}>{children}</main>
      {back || foot ? (
        <footer className={css.foot}>
          {back ? (
            <Button icon="back" onClick={() => void go('/')}>
              {say('back')}
            </Button>
          ) : null}
          {foot}
        </footer>
      ) : null}
    </div>
  );
}
