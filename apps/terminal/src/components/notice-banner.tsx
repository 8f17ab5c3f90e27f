import type { Notice } from '@takt/contracts';
import {
  Button,
  ChangeBanner,
  giveFeedback,
  noticeWords,
  Sheet,
  useFactoryNow,
  useFormat,
  useLook,
  useUiText,
} from '@takt/ui';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useNames, usePersonName } from '../lib/names';
import { isQueued, useEntries } from '../lib/outbox/entries';
import { enter } from '../lib/outbox/outbox';
import { usePeople } from '../lib/people';
import { deedAt } from '../lib/reporting';
import { useFloorText } from '../lib/texts';
import { once } from '../lib/touch';
import css from './notice-banner.module.css';

/** What is to be acknowledged here. */
export interface NoticeBannerProps {
  /** the oldest first */
  readonly notices: readonly Notice[];
}

function acknowledge(notice: Notice, worker: string): void {
  const at = deedAt();
  void enter((commandId) => ({ kind: 'seen', notice: notice.id, body: { commandId, worker, at } }));
}

/** Everybody who is signed in may say that they have seen it; where nobody is, the badge or PIN comes first. */
function Seen({ notice, queued }: { notice: Notice; queued: boolean }) {
  const say = useFloorText();
  const ui = useUiText();
  const go = useNavigate();
  const people = usePeople();
  const personName = usePersonName();
  if (queued) return <Button disabled>{ui('notice.queued')}</Button>;
  if (people.length === 0)
    return (
      <Button className={css.seen as string} icon="badge" onClick={() => void go('/sign-in')}>
        {say('notice.sign-in')}
      </Button>
    );
  const names = people.map(({ worker, session }) => (
    <Button
      key={worker}
      className={css.seen as string}
      icon="check"
      onClick={once(() => acknowledge(notice, worker))}
    >
      {say('notice.seen-by', { name: personName(session) })}
    </Button>
  ));
  return names.length === 1 ? names : <AskWho>{names}</AskWho>;
}

/** Several people are signed in: one button in the banner, whose room the work needs, and their names behind it. */
function AskWho({ children }: { children: ReactNode }) {
  const say = useFloorText();
  const ui = useUiText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className={css.seen as string} icon="check" onClick={() => setOpen(true)}>
        {ui('notice.acknowledge')}
      </Button>
      <Sheet open={open} from="foot" title={say('notice.who')} onClose={() => setOpen(false)}>
        <div className={css.names}>{children}</div>
      </Sheet>
    </>
  );
}

/**
 * Changes of the running or next operation, one at a time, over the full width. Each stays until somebody says that they
 * have seen it; an acknowledgement that waits for the network says so and makes room for the next.
 */
export function NoticeBanner({ notices }: NoticeBannerProps) {
  const say = useFloorText();
  const ui = useUiText();
  const { place } = useFormat();
  const now = useFactoryNow();
  const names = useNames(notices.length > 0);
  const entries = useEntries();
  const queued = (id: string) =>
    isQueued(entries, (command) => command.kind === 'seen' && command.notice === id);
  const open = notices.filter(({ id }) => !queued(id));
  const notice = open[0] ?? notices[0];
  const [{ sound }] = useLook();
  const call = useEffectEvent(() => giveFeedback('call', sound));
  const id = open[0]?.id;
  useEffect(() => {
    if (id !== undefined) call();
  }, [id]);
  if (!notice) return null;
  const words = noticeWords(notice, { say: ui, place, nowMs: now, names });
  const more = open.length - 1;
  return (
    <div className={css.banner} data-notice={notice.id}>
      <ChangeBanner
        words={
          more > 0 ? { ...words, title: `${words.title} (${say('notice.more', { count: more })})` } : words
        }
        overdue={now > Date.parse(notice.dueAt)}
      />
      <div className={css.actions}>
        <Seen notice={notice} queued={queued(notice.id)} />
      </div>
    </div>
  );
}
