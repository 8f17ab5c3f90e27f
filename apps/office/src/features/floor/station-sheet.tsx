import {
  commandRoutes,
  telemetryRoutes,
  type StateInterval,
  type StationCommand,
  type StationLive,
} from '@takt/contracts';
import {
  DataTable,
  Sheet,
  StateBadge,
  stationSigns,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { Facts } from '../../components/facts';
import { LoadedTable } from '../../components/loaded-table';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

const SHIFT_MS = 8 * 3_600_000;
const STEP_MS = 10 * 60_000;

/** What the station did in the last eight hours, the newest first. */
function States({ station }: { station: string }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const until = useFactoryNow(STEP_MS) + STEP_MS;
  const states = useRead(
    telemetryRoutes.states,
    {
      params: { station },
      query: { from: new Date(until - SHIFT_MS).toISOString(), to: new Date(until).toISOString() },
    },
    { keep: true },
  );
  const columns = useMemo((): Column<StateInterval>[] => {
    const length = ({ startAt, endAt }: StateInterval) =>
      endAt === null ? '–' : format.duration((Date.parse(endAt) - Date.parse(startAt)) / 1000);
    return [
      { key: 'from', header: say('floor.from'), text: ({ startAt }) => format.when(startAt) },
      {
        key: 'state',
        header: say('floor.state'),
        text: ({ state }) => ui(stationSigns[state].word),
        cell: ({ state }) => <StateBadge sign={stationSigns[state]} size="quiet" />,
      },
      { key: 'length', header: say('floor.length'), text: length, align: 'end' },
      {
        key: 'why',
        header: say('floor.why'),
        text: ({ reason }) => (reason === null ? '–' : names.reason(reason)),
      },
      { key: 'operation', header: say('orders.operation'), text: ({ operation }) => operation ?? '–' },
    ];
  }, [say, ui, format, names]);
  return (
    <LoadedTable
      of={states}
      empty={{ title: say('floor.no-states') }}
      label={say('floor.states')}
      columns={columns}
      compare={(a, b) => Date.parse(b.startAt) - Date.parse(a.startAt)}
      rowKey={({ startAt }) => startAt}
      height="24rem"
    />
  );
}

/** What a command tells the device, in words. */
function useCommandWords(): (command: StationCommand['command']) => string {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return (command) => {
    if (command.type === 'message') return format.name({ name: command.text, nameZh: command.textZh });
    if (command.type === 'andon-light')
      return `${say(`light.${command.light}`)}${command.flash ? `, ${say('floor.flashes')}` : ''}`;
    const { operation, item, qty } = command;
    if (operation === null) return say('floor.load-nothing');
    return [operation, item === null ? '' : names.item(item), qty === null ? '' : format.qty(qty)]
      .filter(Boolean)
      .join(' · ');
  };
}

/** What was sent to the device, and what it answered. */
function Commands({ station }: { station: string }) {
  const say = useOfficeText();
  const format = useFormat();
  const words = useCommandWords();
  const commands = useRead(commandRoutes.list, { params: { station } }, { everyMs: 10_000 });
  const answer = ({ answeredAt, ok, error }: StationCommand) => {
    if (answeredAt === null) return say('floor.no-answer');
    return ok
      ? `${say('floor.done-by-device')}, ${format.when(answeredAt)}`
      : (error ?? say('floor.refused'));
  };
  const columns: Column<StationCommand>[] = [
    { key: 'at', header: say('floor.sent'), text: ({ madeAt }) => format.when(madeAt) },
    { key: 'type', header: say('floor.command'), text: ({ command }) => say(`command.${command.type}`) },
    { key: 'what', header: say('figures.what'), text: ({ command }) => words(command) },
    { key: 'answer', header: say('floor.answer'), text: answer },
  ];
  return (
    <LoadedTable
      of={commands}
      empty={{ title: say('floor.no-commands'), hint: say('floor.no-commands-hint') }}
      label={say('floor.commands')}
      columns={columns}
      rowKey={({ id }) => id}
      height="24rem"
    />
  );
}

type Measure = readonly [name: string, value: number];

/** The last value of every measured parameter. */
function Measures({ measures }: Pick<StationLive, 'measures'>) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const columns = useMemo(
    (): Column<Measure>[] => [
      { key: 'name', header: say('floor.parameter'), text: ([name]) => names.parameter(name) },
      {
        key: 'value',
        header: say('figures.value'),
        text: ([, value]) => format.number(value, 2),
        align: 'end',
      },
    ],
    [say, format, names],
  );
  const rows = Object.entries(measures);
  if (rows.length === 0) return null;
  return (
    <Section title={say('floor.measures')}>
      <DataTable label={say('floor.measures')} columns={columns} rows={rows} rowKey={([name]) => name} />
    </Section>
  );
}

/** One station: its state and why, its last eight hours, what it measures, what was sent to its device. */
export function StationSheet({ station, onClose }: { station: StationLive; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const { state, stateSince, reason, online, lastMessageAt, alarms } = station;
  const device = online === null ? say('floor.never') : say(online ? 'devices.online' : 'devices.offline');
  return (
    <Sheet open wide onClose={onClose} title={names.station(station.station)}>
      <Facts
        facts={[
          [
            say('floor.state'),
            <StateBadge key="state" sign={stationSigns[state]} since={stateSince} size="quiet" />,
          ],
          [say('floor.why'), reason === null ? '–' : names.reason(reason)],
          [say('set-up.line'), names.line(station.line)],
          [say('devices.device'), `${device}, ${format.when(lastMessageAt)}`],
          [
            say('floor.alarms'),
            alarms.map(({ code, text, since }) => `${text ?? code}, ${format.when(since)}`).join(' · ') ||
              '–',
          ],
        ]}
      />
      <Measures measures={station.measures} />
      <Section title={say('floor.states')}>
        <States station={station.station} />
      </Section>
      <Section title={say('floor.commands')}>
        <Commands station={station.station} />
      </Section>
    </Sheet>
  );
}
