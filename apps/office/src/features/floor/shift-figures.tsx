import type { HandoverItem, HandoverSheet, HandoverStation } from '@takt/contracts';
import { andonSigns, DataTable, useFormat, useUiText, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { Facts } from '../../components/facts';
import { useOperationColumns } from '../../components/operation-columns';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

type OpenOperation = HandoverSheet['openOperations'][number];

function useStationColumns(): Column<HandoverStation>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    (): Column<HandoverStation>[] => [
      { key: 'station', header: say('set-up.station'), text: ({ station }) => names.station(station) },
      { key: 'good', header: say('floor.good'), text: ({ good }) => format.qty(good), align: 'end' },
      { key: 'scrap', header: say('orders.scrap'), text: ({ scrap }) => format.qty(scrap), align: 'end' },
      { key: 'rework', header: say('floor.rework'), text: ({ rework }) => format.qty(rework), align: 'end' },
      {
        key: 'machine',
        header: say('floor.machine-good'),
        text: ({ machineGood }) => format.qty(machineGood),
        align: 'end',
      },
      {
        key: 'difference',
        header: say('floor.difference'),
        text: ({ differenceGood }) =>
          format.difference(differenceGood === null ? null : Number(differenceGood)),
        align: 'end',
      },
    ],
    [say, format, names],
  );
}

function useItemColumns(): Column<HandoverItem>[] {
  const say = useOfficeText();
  const format = useFormat();
  return useMemo(() => {
    const twice = (key: 'begun' | 'finished' | 'scrap' | 'rework') => (item: HandoverItem) => {
      const [said, booked] = [format.qty(item[key]), format.qty(item.booked[key])];
      return said === booked ? said : `${said} (${say('floor.booked', { qty: booked })})`;
    };
    return [
      {
        key: 'item',
        header: say('orders.item'),
        text: ({ itemName, itemNameZh }) =>
          format.name({ name: itemName, ...(itemNameZh !== null && { nameZh: itemNameZh }) }),
      },
      { key: 'begun', header: say('floor.begun'), text: twice('begun'), align: 'end' },
      { key: 'finished', header: say('floor.finished'), text: twice('finished'), align: 'end' },
      { key: 'scrap', header: say('orders.scrap'), text: twice('scrap'), align: 'end' },
      { key: 'rework', header: say('floor.rework'), text: twice('rework'), align: 'end' },
      { key: 'wip', header: say('floor.wip'), text: ({ wip }) => format.qty(wip), align: 'end' },
      {
        key: 'balanced',
        header: say('floor.ledger'),
        text: ({ balanced }) => say(balanced ? 'floor.balanced' : 'floor.unbalanced'),
      },
    ];
  }, [say, format]);
}

function useOpenColumns(): Column<OpenOperation>[] {
  const say = useOfficeText();
  const format = useFormat();
  const { status, station, progress } = useOperationColumns();
  return useMemo(
    (): Column<OpenOperation>[] => [
      { key: 'id', header: say('orders.operation'), text: ({ operation }) => operation },
      station,
      status,
      progress,
      {
        key: 'since',
        header: say('orders.start'),
        text: ({ startedAt }) => format.when(startedAt),
        align: 'end',
      },
    ],
    [say, format, status, station, progress],
  );
}

/** The figures of a shift: who was here, what each station and item made, and what is left open. */
export function ShiftFigures({ sheet }: { sheet: HandoverSheet }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const stations = useStationColumns();
  const items = useItemColumns();
  const operations = useOpenColumns();
  const calls = sheet.openCalls.map(
    ({ station, kind, raisedAt }) =>
      `${names.station(station)}: ${ui(andonSigns[kind].word)}, ${format.when(raisedAt)}`,
  );
  const stops = sheet.unexplainedStops.map(
    ({ station, startAt }) => `${names.station(station)}, ${format.when(startAt)}`,
  );
  return (
    <>
      <Section title={say('floor.view.people')} note={String(sheet.present.length)}>
        <p>{sheet.present.map(names.worker).join(', ') || '–'}</p>
      </Section>
      <Section title={say('floor.by-station')}>
        <DataTable
          label={say('floor.by-station')}
          columns={stations}
          rows={sheet.stations}
          rowKey={({ station }) => station}
        />
      </Section>
      <Section title={say('floor.by-item')} note={say('floor.by-item-hint')}>
        <DataTable
          label={say('floor.by-item')}
          columns={items}
          rows={sheet.items}
          rowKey={({ item }) => item}
          urgencyOf={({ balanced }) => (balanced ? 'rest' : 'needs-you')}
        />
      </Section>
      <Section title={say('floor.left-open')} note={String(sheet.openOperations.length)}>
        <DataTable
          label={say('floor.left-open')}
          columns={operations}
          rows={sheet.openOperations}
          rowKey={({ operation }) => operation}
        />
      </Section>
      <Section title={say('floor.not-settled')}>
        <Facts
          facts={[
            [say('floor.calls.open'), calls.join(' · ') || '–'],
            [say('floor.stops.unexplained'), stops.join(' · ') || '–'],
          ]}
        />
      </Section>
    </>
  );
}
