import { noticeRoutes, type Notice } from '@takt/contracts';
import {
  Figure,
  noticeWords,
  useFactoryNow,
  useFormat,
  usePages,
  useRead,
  useUiText,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { Bar } from '../../components/bar';
import { OpenOrAll } from '../../components/open-or-all';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import css from './schedule.module.css';

const DAY = 86_400_000;
const HOUR = 3_600_000;

function Coverage() {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(HOUR) + HOUR;
  const query = { from: new Date(now - DAY).toISOString(), to: new Date(now).toISOString() };
  const coverage = useRead(noticeRoutes.coverage, { query }, { keep: true });
  if (!coverage.data) return null;
  const { raised, acknowledged, inTime, medianSec, openStations } = coverage.data;
  return (
    <div className={css.figures}>
      <Figure label={say('notices.raised')} value={format.qty(raised)} size={3} />
      <Figure
        label={say('notices.acknowledged')}
        value={format.qty(acknowledged)}
        of={format.qty(raised)}
        size={3}
      />
      <Figure label={say('notices.in-time')} value={format.qty(inTime)} of={format.qty(raised)} size={3} />
      <Figure label={say('notices.median')} value={format.duration(medianSec)} size={3} />
      <Figure
        label={say('notices.open-stations')}
        value={openStations.map(names.station).join(', ') || '–'}
        size={2}
      />
    </div>
  );
}

/** Is a notice still waiting for somebody? */
const isOpen = ({ acknowledgement, withdrawnAt }: Notice) => acknowledgement === null && withdrawnAt === null;

function useColumns(): Column<Notice>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(30_000);
  return useMemo(() => {
    const words = (notice: Notice) =>
      noticeWords(notice, { say: ui, place: format.place, nowMs: now, names });
    const state = (notice: Notice): string => {
      const { acknowledgement, withdrawnAt, dueAt, role } = notice;
      if (acknowledgement) {
        const { worker, user, device, at } = acknowledgement;
        const id = worker ?? user;
        const where = say(device === 'terminal' ? 'notices.on-floor' : 'notices.in-office');
        const who = id === null ? where : names.worker(id);
        return say('notices.seen', { who, when: format.when(at), device: where });
      }
      if (withdrawnAt) return say('notices.withdrawn');
      const overdue = (now - Date.parse(dueAt)) / 1000;
      const waits = say('notices.waits', { role: say(`role.${role}`) });
      return overdue > 0
        ? `${waits}, ${format.lateness(overdue)}`
        : `${waits}, ${say('notices.until', { when: format.when(dueAt) })}`;
    };
    return [
      { key: 'raised', header: say('notices.when'), text: ({ raisedAt }) => format.when(raisedAt) },
      {
        key: 'station',
        header: say('schedule.station'),
        text: ({ station, line }) => (station ? names.station(station) : line ? names.line(line) : '–'),
      },
      {
        key: 'what',
        header: say('notices.what'),
        text: (notice) => `${words(notice).title}: ${words(notice).what}`,
      },
      {
        key: 'change',
        header: say('schedule.change'),
        text: (notice) => {
          const { change } = words(notice);
          return change ? `${change.from} → ${change.to}` : '';
        },
      },
      { key: 'why', header: say('schedule.cause'), text: (notice) => words(notice).why },
      {
        key: 'state',
        header: say('notices.state'),
        text: state,
        cell: (notice) => (
          <span className={isOpen(notice) && now > Date.parse(notice.dueAt) ? css.late : undefined}>
            {state(notice)}
          </span>
        ),
      },
    ];
  }, [say, ui, format, names, now]);
}

/** Notices, those that nobody has acknowledged first. */
export function NoticesView() {
  const say = useOfficeText();
  const columns = useColumns();
  const [show, setShow] = useAddress('notices', 'open');
  const pages = usePages(noticeRoutes.list, {
    query: { limit: 200, sort: '-raisedAt', ...(show === 'open' && { filter: 'open:yes' }) },
  });
  return (
    <>
      <Coverage />
      <Bar>
        <OpenOrAll
          label={say('notices.show')}
          open={say('notices.show.open')}
          all={say('notices.show.all')}
          chosen={show}
          onChoose={setShow}
        />
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('notices.none'), hint: say('notices.none-hint') }}
        label={say('schedule.view.notices')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={(notice) => (isOpen(notice) ? 'needs-you' : 'rest')}
      />
    </>
  );
}
