import { shiftRoutes, type ShiftInstance } from '@takt/contracts';
import { DataTable, EmptyState, useFactoryNow, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';

const DAY = 86_400_000;

/** The shifts of the next seven days with the people expected and present. */
export default function ShiftsPage() {
  const say = useOfficeText();
  const format = useFormat();
  const today = useFactoryNow(DAY);
  const query = { from: new Date(today).toISOString(), to: new Date(today + 7 * DAY).toISOString() };
  const shifts = useRead(shiftRoutes.list, { query }, { keep: true });
  const columns = useMemo(
    (): Column<ShiftInstance>[] => [
      { key: 'line', header: say('shifts.line'), text: ({ line }) => line },
      { key: 'shift', header: say('shifts.shift'), text: (shift) => format.name(shift) },
      {
        key: 'start',
        header: say('shifts.start'),
        text: ({ startAt }) => format.when(startAt),
        align: 'end',
      },
      { key: 'end', header: say('shifts.end'), text: ({ endAt }) => format.when(endAt), align: 'end' },
      {
        key: 'people',
        header: say('shifts.people'),
        text: ({ present, rostered }) => `${present.length}/${rostered.length}`,
        align: 'end',
      },
    ],
    [say, format],
  );
  return (
    <>
      <PageHead title={say('nav.shifts')} />
      <WhenLoaded of={shifts}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={say('shifts.none')} hint={say('shifts.none-hint')} />
          ) : (
            <DataTable
              label={say('nav.shifts')}
              columns={columns}
              rows={rows}
              rowKey={({ line, crew, day }) => `${line} ${crew} ${day}`}
            />
          )
        }
      </WhenLoaded>
    </>
  );
}
