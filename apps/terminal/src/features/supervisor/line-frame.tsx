import { lineRoutes } from '@takt/contracts';
import { Button, useFactoryNow, useFormat, useRead, type IconName } from '@takt/ui';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { useShift } from '../../lib/use-shift';
import { useTerminal } from '../../lib/terminal';
import { useFloorText, type FloorKey } from '../../lib/texts';
import { lateOperations } from './late-operations';
import css from './line-frame.module.css';
import { useLineNotices, useLineOperations, useLineStops } from './use-line';

interface Way {
  readonly to: string;
  readonly icon: IconName;
  readonly word: FloorKey;
  readonly count?: number | undefined;
}

function useWays(): readonly Way[] {
  const now = useFactoryNow(60_000);
  const operations = useLineOperations().data?.items ?? [];
  return [
    { to: '/supervisor', icon: 'list', word: 'line.board' },
    { to: '/supervisor/people', icon: 'users', word: 'line.people' },
    {
      to: '/supervisor/late',
      icon: 'clock',
      word: 'line.late',
      count: lateOperations(operations, now).length,
    },
    {
      to: '/supervisor/stops',
      icon: 'question',
      word: 'line.stops',
      count: useLineStops().data?.items.length,
    },
    {
      to: '/supervisor/changes',
      icon: 'bell',
      word: 'line.changes',
      count: useLineNotices().data?.items.length,
    },
    { to: '/supervisor/handover', icon: 'flag', word: 'line.handover' },
  ];
}

/** The ways of the line's tablet, always at the foot, each with how many things wait behind it. */
function LineFoot() {
  const say = useFloorText();
  const go = useNavigate();
  const { pathname } = useLocation();
  return (
    <nav className={css.foot} aria-label={say('line.ways')}>
      {useWays().map(({ to, icon, word, count }) => (
        <Button
          key={to}
          className={css.way as string}
          icon={icon}
          pressed={to === pathname.replace(/\/$/, '')}
          onClick={() => void go(to)}
        >
          <span>{say(word)}</span>
          {count ? <strong>{count}</strong> : null}
        </Button>
      ))}
    </nav>
  );
}

/** Name of the line, the shift that is on, the ways at the foot. */
export function LineFrame({ children, banner }: { children: ReactNode; banner?: ReactNode }) {
  const say = useFloorText();
  const format = useFormat();
  const { line } = useTerminal();
  const lines = useRead(lineRoutes.list);
  const shift = useShift(line);
  const set = lines.data?.find(({ id }) => id === line);
  const name = set ? format.name(set) : say('supervisor.title', { line });
  const title = shift
    ? `${name} · ${format.name(shift)} ${format.time(shift.startAt)}–${format.time(shift.endAt)}`
    : name;
  return (
    <FloorFrame title={title} banner={banner} foot={<LineFoot />}>
      {children}
    </FloorFrame>
  );
}
