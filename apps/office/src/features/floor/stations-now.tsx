import { operationRoutes, telemetryRoutes, type Operation, type StationLive } from '@takt/contracts';
import { StateBadge, stationSigns, useFormat, useRead, useUiText, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { DoneOf, useDoneWords } from '../../components/done-of';
import { LineBar } from '../../components/line-bar';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { StationSheet } from './station-sheet';

/** Does a station wait for somebody? A fault, an alarm, or a stop that nobody has explained. */
const needsSomebody = ({ state, alarms, openStop, reason }: StationLive) =>
  state === 'fault' || alarms.length > 0 || (openStop !== null && reason === null);

/** What runs or was interrupted at each station. */
function useAtStations(): ReadonlyMap<string, Operation> {
  const read = useRead(operationRoutes.list, {
    query: { limit: 500, sort: 'id', filter: 'status:running|paused' },
  });
  return useMemo(
    () =>
      new Map(
        (read.data?.items ?? [])
          .toSorted((a, b) => Number(a.status === 'running') - Number(b.status === 'running'))
          .flatMap((operation) => (operation.station === null ? [] : [[operation.station, operation]])),
      ),
    [read.data],
  );
}

function useColumns(): Column<StationLive>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const work = useAtStations();
  const done = useDoneWords();
  return useMemo(
    () => [
      { key: 'station', header: say('set-up.station'), text: ({ station }) => names.station(station) },
      { key: 'line', header: say('set-up.line'), text: ({ line }) => names.line(line) },
      {
        key: 'state',
        header: say('floor.state'),
        text: ({ state }) => ui(stationSigns[state].word),
        cell: ({ state, stateSince }) => (
          <StateBadge sign={stationSigns[state]} since={stateSince} size="quiet" />
        ),
      },
      {
        key: 'why',
        header: say('floor.why'),
        text: ({ reason, alarms, openStop }) =>
          [
            ...(reason === null ? [] : [names.reason(reason)]),
            ...alarms.map(({ code, text }) => text ?? code),
            ...(openStop !== null && reason === null ? [say('floor.unexplained')] : []),
          ].join(' · ') || '–',
      },
      {
        key: 'operation',
        header: say('floor.work'),
        text: ({ station }) => {
          const at = work.get(station);
          return at ? `${names.item(at.item)}, ${at.id}` : '–';
        },
      },
      {
        key: 'done',
        header: say('floor.done'),
        text: ({ station }) => {
          const at = work.get(station);
          return at ? done(at) : '–';
        },
        cell: ({ station }) => {
          const at = work.get(station);
          return at ? <DoneOf done={at} /> : '–';
        },
        align: 'end',
      },
      {
        key: 'good',
        header: say('floor.good-shift'),
        text: ({ goodShift }) => format.qty(goodShift),
        align: 'end',
      },
      {
        key: 'scrap',
        header: say('floor.scrap-shift'),
        text: ({ scrapShift }) => format.qty(scrapShift),
        align: 'end',
      },
      {
        key: 'last',
        header: say('devices.last'),
        text: ({ lastMessageAt }) => format.when(lastMessageAt),
        align: 'end',
      },
    ],
    [say, ui, format, names, work, done],
  );
}

/** Stations as they are now, those that wait for somebody first. */
export function StationsNow() {
  const say = useOfficeText();
  const columns = useColumns();
  const [line, setLine] = useAddress('line');
  const [open, setOpen] = useAddress('station');
  const live = useRead(telemetryRoutes.live, line === '' ? {} : { query: { line } });
  const shown = live.data?.find(({ station }) => station === open);
  return (
    <>
      <LineBar line={line} onLine={setLine} name="stations" columns={columns} rows={live.data ?? []} />
      <LoadedTable
        of={live}
        empty={{ title: say('floor.no-stations'), hint: say('set-up.none-hint') }}
        label={say('floor.view.stations')}
        columns={columns}
        rowKey={({ station }) => station}
        urgencyOf={(station) => (needsSomebody(station) ? 'needs-you' : 'rest')}
        chosen={open}
        onOpen={({ station }) => setOpen(station)}
      />
      {shown ? <StationSheet station={shown} onClose={() => setOpen('')} /> : null}
    </>
  );
}
