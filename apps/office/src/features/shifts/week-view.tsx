import { shiftRoutes, type ShiftInstance } from '@takt/contracts';
import { Button, startOfDay, useFactoryNow, useFormat, useRead, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import css from './shifts.module.css';

const HOUR = 3_600_000;
const WEEK = 7;

function useColumns(now: number): Column<ShiftInstance>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(() => {
    const people = (ids: readonly string[]) => ids.map(names.worker).join(', ');
    const begun = ({ startAt }: ShiftInstance) => Date.parse(startAt) <= now;
    const missing = (shift: ShiftInstance) =>
      begun(shift) ? shift.rostered.filter((worker) => !shift.present.includes(worker)) : [];
    const hours = ({ work }: ShiftInstance) =>
      work.reduce((sum, { startAt, endAt }) => sum + Date.parse(endAt) - Date.parse(startAt), 0) / 1000;
    return [
      { key: 'when', header: say('shifts.when'), text: ({ startAt, endAt }) => format.span(startAt, endAt) },
      { key: 'line', header: say('shifts.line'), text: ({ line }) => names.line(line) },
      { key: 'shift', header: say('shifts.shift'), text: (shift) => format.name(shift) },
      {
        key: 'work',
        header: say('shifts.work'),
        text: (shift) => format.duration(hours(shift)),
        align: 'end',
      },
      {
        key: 'people',
        header: say('shifts.people'),
        text: (shift) =>
          begun(shift) ? `${shift.present.length}/${shift.rostered.length}` : `–/${shift.rostered.length}`,
        align: 'end',
      },
      { key: 'rostered', header: say('shifts.rostered'), text: ({ rostered }) => people(rostered) },
      {
        key: 'missing',
        header: say('shifts.missing'),
        text: (shift) => people(missing(shift)),
        cell: (shift) => <span className={css.missing}>{people(missing(shift))}</span>,
      },
    ];
  }, [say, format, names, now]);
}

/** The shifts of a week with the people expected and present; the one that runs first. */
export function WeekView() {
  const say = useOfficeText();
  const { place } = useFormat();
  const now = useFactoryNow(HOUR);
  const [week, setWeek] = useAddress('week', '0');
  const at = Number.isInteger(Number(week)) ? Number(week) : 0;
  const day = (plus: number) => new Date(startOfDay(now, place.timeZone, plus)).toISOString();
  const shifts = useRead(
    shiftRoutes.list,
    { query: { from: day(at * WEEK), to: day((at + 1) * WEEK) } },
    { keep: true },
  );
  const columns = useColumns(now);
  const runs = ({ startAt, endAt }: ShiftInstance) => Date.parse(startAt) <= now && now < Date.parse(endAt);
  return (
    <>
      <Bar>
        <Button icon="left" onClick={() => setWeek(String(at - 1))}>
          {say('shifts.week-before')}
        </Button>
        <Button onClick={() => setWeek('0')} disabled={at === 0}>
          {say('shifts.this-week')}
        </Button>
        <Button icon="right" onClick={() => setWeek(String(at + 1))}>
          {say('shifts.week-after')}
        </Button>
      </Bar>
      <LoadedTable
        of={shifts}
        empty={{ title: say('shifts.none'), hint: say('shifts.none-hint') }}
        label={say('nav.shifts')}
        columns={columns}
        compare={(a, b) => Date.parse(a.startAt) - Date.parse(b.startAt)}
        rowKey={({ line, crew, day: opens }) => `${line} ${crew} ${opens}`}
        urgencyOf={(shift) => (runs(shift) ? 'next' : 'rest')}
      />
    </>
  );
}
