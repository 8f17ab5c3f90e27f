import { qualityRoutes, type Check } from '@takt/contracts';
import {
  Button,
  exportRows,
  StateBadge,
  useFormat,
  usePages,
  useUiText,
  type Column,
  type Sign,
} from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Bar, BarGap } from '../../components/bar';
import { Chips } from '../../components/chips';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useCheckedValue } from '../../lib/checked-value';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';

const signs: Readonly<Record<'within' | 'outside', Sign>> = {
  within: { tone: 'grey', icon: 'check', word: 'status.done' },
  outside: { tone: 'red', icon: 'warning', word: 'status.held' },
};

function useColumns(): Column<Check>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const checked = useCheckedValue();
  return useMemo(() => {
    const word = ({ within }: Check) => say(within ? 'check.within' : 'check.outside');
    const limits = ({ min, max }: Check) =>
      min === null && max === null
        ? '–'
        : `${min === null ? '' : format.number(min, 2)} … ${max === null ? '' : format.number(max, 2)}`;
    return [
      { key: 'at', header: say('figures.when'), text: ({ at }) => format.when(at) },
      { key: 'name', header: say('check.what'), text: ({ name }) => names.parameter(name) },
      { key: 'value', header: say('figures.value'), text: checked, align: 'end' },
      { key: 'limits', header: say('check.limits'), text: limits, align: 'end' },
      {
        key: 'within',
        header: say('floor.state'),
        text: word,
        cell: (check) => (
          <StateBadge sign={signs[check.within ? 'within' : 'outside']} size="quiet" word={word(check)} />
        ),
      },
      { key: 'operation', header: say('orders.operation'), text: ({ operation }) => operation },
      { key: 'lot', header: say('orders.lot'), text: ({ lot }) => lot },
      {
        key: 'station',
        header: say('set-up.station'),
        text: ({ station }) => (station === null ? '–' : names.station(station)),
      },
      {
        key: 'by',
        header: say('orders.by'),
        text: ({ worker }) => (worker === null ? '–' : names.worker(worker)),
      },
      { key: 'note', header: say('orders.note'), text: ({ note }) => note },
    ];
  }, [say, format, names, checked]);
}

/** What people checked while working, what lay outside its limits first. */
export function ChecksView() {
  const say = useOfficeText();
  const ui = useUiText();
  const go = useNavigate();
  const columns = useColumns();
  const [show, setShow] = useAddress('checks', 'all');
  const pages = usePages(qualityRoutes.checks, {
    query: { limit: 100, sort: '-at', ...(show === 'outside' && { filter: 'within:no' }) },
  });
  return (
    <>
      <Bar>
        <Chips
          label={say('check.show')}
          chips={[
            { key: 'all', label: say('check.show.all') },
            { key: 'outside', label: say('check.show.outside') },
          ]}
          chosen={show}
          onChoose={setShow}
        />
        <BarGap />
        <Button icon="download" onClick={() => exportRows('checks', columns, rowsOf(pages))}>
          {ui('table.export')}
        </Button>
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('check.none'), hint: say('check.none-hint') }}
        label={say('quality.view.checks')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ operation }) => void go(`/schedule?operation=${encodeURIComponent(operation)}`)}
      />
    </>
  );
}
