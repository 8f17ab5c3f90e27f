import { changeoverRoutes, stationRoutes, type Station } from '@takt/contracts';
import { useFormat, useRead, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { LabelButtons } from '../../components/label-buttons';
import { RecordList } from '../../components/record-list';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useLineChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';
import css from './set-up.module.css';
import { useAll, useIdColumns, useNameFields } from './use-records';

const blank = {
  ...{
    line: '',
    name: '',
    position: 1,
    capabilities: [],
    changeover: null,
    countSource: 'machine',
    reportBy: 'keypad',
  },
  ...{ microstopSec: 60, silentSec: 60, costPerHour: 0, active: true },
};

function useFields(): FieldSpec[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNameFields();
  const lines = useLineChoices();
  const changeovers = useRead(changeoverRoutes.list).data;
  return useMemo(
    () => [
      ...names,
      { key: 'line', label: say('set-up.line'), kind: 'choice', choices: lines },
      { key: 'position', label: say('set-up.position'), kind: 'number' },
      { key: 'capabilities', label: say('set-up.capabilities'), kind: 'tags', hint: say('set-up.tags-hint') },
      {
        key: 'changeover',
        label: say('set-up.of.changeovers'),
        kind: 'choice',
        nullable: true,
        choices: (changeovers ?? []).map(({ id }) => ({ value: id, label: id })),
      },
      {
        key: 'countSource',
        label: say('set-up.count-source'),
        kind: 'choice',
        choices: [
          { value: 'machine', label: say('set-up.count.machine') },
          { value: 'terminal', label: say('set-up.count.terminal') },
        ],
      },
      {
        key: 'reportBy',
        label: say('set-up.report-by'),
        kind: 'choice',
        choices: [
          { value: 'keypad', label: say('set-up.report.keypad') },
          { value: 'counter', label: say('set-up.report.counter') },
        ],
      },
      { key: 'microstopSec', label: say('set-up.microstop'), kind: 'number', unit: format.unit('s') },
      { key: 'silentSec', label: say('set-up.silent'), kind: 'number', unit: format.unit('s') },
      { key: 'costPerHour', label: say('set-up.cost-per-hour'), kind: 'decimal' },
      { key: 'active', label: say('set-up.active'), kind: 'check' },
    ],
    [say, format, names, lines, changeovers],
  );
}

/** Stations of the plant. */
export function StationsView() {
  const say = useOfficeText();
  const ids = useIdColumns<Station>();
  const book = useNames();
  const fields = useFields();
  const stations = useAll(stationRoutes.list, { query: { sort: 'position' } });
  const columns = useMemo(
    (): Column<Station>[] => [
      ...ids,
      { key: 'line', header: say('set-up.line'), text: ({ line }) => book.line(line) },
      { key: 'can', header: say('set-up.capabilities'), text: ({ capabilities }) => capabilities.join(', ') },
      { key: 'changeover', header: say('set-up.of.changeovers'), text: ({ changeover }) => changeover ?? '' },
      {
        key: 'counts',
        header: say('set-up.count-source'),
        text: ({ countSource }) => say(`set-up.count.${countSource}`),
      },
      {
        key: 'active',
        header: say('set-up.active'),
        text: ({ active }) => say(active ? 'set-up.yes' : 'set-up.no'),
      },
    ],
    [ids, say, book],
  );
  return (
    <RecordList
      label={say('set-up.of.stations')}
      read={stations}
      columns={columns}
      fields={fields}
      route={stationRoutes.put}
      idParam="station"
      remove={stationRoutes.remove}
      blank={blank}
      more={(station: Station) => (
        <div className={`${css.buttons} ${css.below}`}>
          <LabelButtons kind="station" id={station.id} />
        </div>
      )}
    />
  );
}
