import { noticeRoutes, scheduleRoutes, type Notice, type ScheduleVersion } from '@takt/contracts';
import {
  Button,
  byWords,
  EmptyState,
  noticeWords,
  showError,
  showToast,
  triggerWords,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  useWrite,
  WhenLoaded,
} from '@takt/ui';
import { useNavigate } from 'react-router';
import { useNames } from '../../lib/names';
import { enter } from '../../lib/outbox/outbox';
import { deedAt } from '../../lib/reporting';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import css from './changes-page.module.css';
import { LineFrame } from './line-frame';
import { seenLately } from './seen-lately';
import { useDecider, useLineNotices } from './use-line';

/** A change that somebody has not acknowledged: where, what, for how long, who has to. */
function Open({ notice }: { notice: Notice }) {
  const say = useFloorText();
  const ui = useUiText();
  const { place, duration } = useFormat();
  const now = useFactoryNow();
  const names = useNames(true);
  const decider = useDecider();
  const words = noticeWords(notice, { say: ui, place, nowMs: now, names });
  const overdue = now > Date.parse(notice.dueAt) || notice.escalation > 0;
  const seen = once(() => {
    const at = deedAt();
    if (decider)
      void enter((commandId) => ({
        kind: 'seen',
        notice: notice.id,
        body: { commandId, worker: decider.worker, at },
      }));
  });
  return (
    <li className={css.line}>
      <span className={css.age} data-tone={overdue ? 'red' : 'yellow'}>
        {duration((now - Date.parse(notice.raisedAt)) / 1000)}
      </span>
      <div className={css.what}>
        <p className={css.title}>
          <strong>{notice.station === null ? '' : names.station(notice.station)}</strong> {words.what}
        </p>
        <p>
          {words.change ? `${words.change.from} → ${words.change.to} · ` : ''}
          {words.why}
        </p>
        <p className={css.soft}>
          {say('changes.waits-for', { role: say(`role.${notice.role}`) })}
          {notice.escalation > 0 ? ` · ${say('changes.escalated', { count: notice.escalation })}` : ''}
        </p>
      </div>
      {decider ? (
        <Button icon="check" onClick={seen}>
          {ui('notice.acknowledge')}
        </Button>
      ) : null}
    </li>
  );
}

/** Who has seen which change lately, and when. */
function SeenLately() {
  const say = useFloorText();
  const ui = useUiText();
  const { place, time } = useFormat();
  const { line } = useTerminal();
  const now = useFactoryNow(60_000);
  const names = useNames(true);
  const { data } = useRead(noticeRoutes.list, {
    query: { filter: `open:no,line:${line}`, sort: '-raisedAt', limit: 100 },
  });
  const seen = seenLately(data?.items ?? []);
  if (seen.length === 0) return null;
  return (
    <section>
      <h2 className={css.head}>{say('changes.seen')}</h2>
      <ul>
        {seen.map(({ notice, by, at }) => {
          const words = noticeWords(notice, { say: ui, place, nowMs: now, names });
          return (
            <li key={notice.id} className={css.line}>
              <span className={css.number}>{time(at)}</span>
              <p className={css.what}>
                <strong>{by === null ? '–' : names.worker(by)}</strong> ·{' '}
                {notice.station === null ? '' : names.station(notice.station)} · {words.what}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A plan with what caused it; the newest can be reverted to the one before it. */
function Version({
  version,
  base,
  newest,
}: {
  version: ScheduleVersion;
  base: number | null;
  newest: boolean;
}) {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const go = useNavigate();
  const names = useNames();
  const decider = useDecider();
  const revert = useWrite(scheduleRoutes.revert);
  const [trigger] = version.triggers;
  const act = once(() => {
    if (!decider) return void go('/sign-in');
    if (base === null) return;
    revert.mutate(
      { request: { params: { version: base }, body: { note: '' } }, options: { token: decider.token } },
      {
        onSuccess: () => showToast({ text: say('changes.reverted', { version: base }), tone: 'green' }),
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  });
  return (
    <li className={css.line}>
      <span className={css.number}>{say('changes.version', { version: version.version })}</span>
      <div className={css.what}>
        <p className={css.title}>
          {trigger ? triggerWords(trigger, ui, names) : ''}
          {version.triggers.length > 1 ? ` +${version.triggers.length - 1}` : ''}
          {version.publishedBy === null ? '' : ` · ${byWords(version.publishedBy, ui, names)}`}
        </p>
        <p className={css.soft}>
          {format.when(version.publishedAt)} ·{' '}
          {say('changes.moved', { count: version.figures.movedOperations })} ·{' '}
          {say('changes.late', { count: version.figures.lateLines })}
        </p>
      </div>
      {newest && base !== null ? (
        <Button icon="undo" disabled={revert.isPending} onClick={act}>
          {say('changes.revert', { version: base })}
        </Button>
      ) : null}
    </li>
  );
}

/** What the plan changed: what nobody has acknowledged first, then the last plans, each of which can be taken back. */
export function ChangesPage() {
  const say = useFloorText();
  const notices = useLineNotices();
  const versions = useRead(scheduleRoutes.list, {
    query: { filter: 'status:published|superseded', sort: '-version', limit: 8 },
  });
  return (
    <LineFrame>
      <WhenLoaded of={notices}>
        {({ items }) => (
          <section>
            <h2 className={css.head}>{say('changes.open', { count: items.length })}</h2>
            {items.length === 0 ? (
              <EmptyState title={say('changes.none')} />
            ) : (
              <ul>
                {items.map((notice) => (
                  <Open key={notice.id} notice={notice} />
                ))}
              </ul>
            )}
          </section>
        )}
      </WhenLoaded>
      <SeenLately />
      <section>
        <h2 className={css.head}>{say('changes.plans')}</h2>
        <WhenLoaded of={versions}>
          {({ items }) => (
            <ul>
              {items.map((version, at) => (
                <Version key={version.version} version={version} base={version.base} newest={at === 0} />
              ))}
            </ul>
          )}
        </WhenLoaded>
      </section>
    </LineFrame>
  );
}
