import { Button, ConnectionIndicator, Icon, useConnection, useFactoryNow, useFormat } from '@takt/ui';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useEntries } from '../lib/outbox/entries';
import { usePersonName } from '../lib/names';
import { usePeople } from '../lib/people';
import { useFloorText } from '../lib/texts';
import { CameraButton } from './camera-button';
import { DeedBar, LostBar } from './deed-bar';
import css from './floor-frame.module.css';

/** What every screen of the floor shows around its own content. */
export interface FloorFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** the screen is one tap away from another one: shows the way back, bottom left; a path, or true for the first screen */
  readonly back?: boolean | string | undefined;
  /** what else stands at the foot */
  readonly foot?: ReactNode;
  /** over the full width, above the content: changes to acknowledge */
  readonly banner?: ReactNode;
}

function Clock() {
  const format = useFormat();
  const now = useFactoryNow(60_000);
  return (
    <time className={css.clock} dateTime={new Date(now).toISOString()}>
      {format.time(now)}
    </time>
  );
}

function People() {
  const say = useFloorText();
  const people = usePeople();
  const personName = usePersonName();
  const [first] = people;
  return (
    <nav className={css.people} aria-label={say('people')}>
      <Link className={css.person} to="/sign-in">
        <Icon name={people.length > 1 ? 'users' : 'user'} />
        <span>
          {first
            ? people.length > 1
              ? say('people.more', { name: personName(first.session), count: people.length - 1 })
              : personName(first.session)
            : say('sign-in')}
        </span>
      </Link>
    </nav>
  );
}

/** The connection, what waits for it, and what has to be decided; a tap shows the entries. */
function Connection() {
  const say = useFloorText();
  const { state, sinceMs } = useConnection();
  const entries = useEntries();
  const queued = entries.filter(({ stage }) => stage === 'queued').length;
  const refused = entries.filter(({ stage }) => stage === 'refused').length;
  return (
    <Link className={css.connection} to="/entries">
      <span className="unseen">{say('entries')}</span>
      <ConnectionIndicator state={state} sinceMs={sinceMs} queued={queued} />
      {refused > 0 ? (
        <span className={css.refused} data-tone="red">
          <Icon name="fault" /> {say('entries.refused', { count: refused })}
        </span>
      ) : null}
    </Link>
  );
}

/** Station or line, people, clock and connection above; the way back below. */
export function FloorFrame({ title, children, back, foot, banner }: FloorFrameProps) {
  const say = useFloorText();
  const go = useNavigate();
  const heading = <h1 className={css.title}>{title}</h1>;
  return (
    <div className={css.frame}>
      <header>
        <div className={css.top}>
          {back ? heading : <DeedBar title={title}>{heading}</DeedBar>}
          <People />
          <CameraButton />
          <Clock />
          <Connection />
        </div>
        {banner}
      </header>
      <main className={css.body} tabIndex={0}>
        {children}
      </main>
      <footer className={back || foot ? css.foot : css.footless}>
        <LostBar />
        {back ? (
          <Button icon="back" onClick={() => void go(back === true ? '/' : back)}>
            {say('back')}
          </Button>
        ) : null}
        {foot}
      </footer>
    </div>
  );
}
