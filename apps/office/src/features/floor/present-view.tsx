import { attendanceRoutes, type Attendance } from '@takt/contracts';
import { useFactoryNow, useFormat, useRead, type Column, type Loaded } from '@takt/ui';
import { useMemo } from 'react';
import { Chips } from '../../components/chips';
import { LineBar } from '../../components/line-bar';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';

const DAY = 86_400_000;
const HOUR = 3_600_000;

function useColumns(): Column<Attendance>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(60_000);
  return useMemo(
    () => [
      { key: 'worker', header: say('floor.person'), text: ({ worker }) => names.worker(worker) },
      {
        key: 'line',
        header: say('set-up.line'),
        text: ({ line }) => (line === null ? '–' : names.line(line)),
      },
      {
        key: 'station',
        header: say('floor.badged-at'),
        text: ({ station }) => (station === null ? '–' : names.station(station)),
      },
      { key: 'in', header: say('floor.came'), text: ({ inAt }) => format.when(inAt), align: 'end' },
      { key: 'out', header: say('floor.left'), text: ({ outAt }) => format.when(outAt), align: 'end' },
      {
        key: 'length',
        header: say('floor.length'),
        text: ({ inAt, outAt }) =>
          format.duration(((outAt === null ? now : Date.parse(outAt)) - Date.parse(inAt)) / 1000),
        align: 'end',
      },
      {
        key: 'closed',
        header: say('floor.ended-by'),
        text: ({ closedBy }) => (closedBy === null ? '–' : say(`floor.ended.${closedBy}`)),
      },
    ],
    [say, format, names, now],
  );
}

/** Who is here now, or who was here in the last seven days. */
export function PresentView() {
  const say = useOfficeText();
  const columns = useColumns();
  const office = useMay(attendanceRoutes.list);
  const [show, setShow] = useAddress('people', 'now');
  const [line, setLine] = useAddress('line');
  const past = show === 'week' && office;
  const until = useFactoryNow(HOUR) + HOUR;
  const window = { from: new Date(until - 7 * DAY).toISOString(), to: new Date(until).toISOString() };
  const present = useRead(attendanceRoutes.present, {}, { enabled: !past });
  const week = useRead(attendanceRoutes.list, { query: window }, { enabled: past, keep: true });
  const read: Loaded<readonly Attendance[]> = past ? week : present;
  const rows = read.data?.filter((each) => line === '' || each.line === line);
  return (
    <>
      <LineBar line={line} onLine={setLine} name="attendance" columns={columns} rows={rows ?? []}>
        {office ? (
          <Chips
            label={say('floor.show-people')}
            chips={[
              { key: 'now', label: say('floor.people.now') },
              { key: 'week', label: say('floor.people.week') },
            ]}
            chosen={past ? 'week' : 'now'}
            onChoose={setShow}
          />
        ) : null}
      </LineBar>
      <LoadedTable
        of={{ ...read, data: rows }}
        empty={{ title: say('floor.nobody'), hint: say('floor.nobody-hint') }}
        label={say('floor.view.people')}
        columns={columns}
        compare={(a, b) => Date.parse(b.inAt) - Date.parse(a.inAt)}
        rowKey={({ id }) => id}
      />
    </>
  );
}
