import { movementRoutes, type Waste } from '@takt/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  exportRows,
  Figure,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  WhenLoaded,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { Bar, BarGap } from '../../components/bar';
import { Chips } from '../../components/chips';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';

const HOUR = 3_600_000;
const DAYS = { day: 1, week: 7, month: 31 } as const;
type Window = keyof typeof DAYS;

const valueOf = ({ valueExpired, valueScrapped, valueInWork }: Waste) =>
  Number(valueExpired) + Number(valueScrapped) + Number(valueInWork);

function useColumns(): Column<Waste>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(() => {
    const pair = (key: 'Expired' | 'Scrapped' | 'InWork'): Column<Waste> => ({
      key,
      header: say(`waste.${key}`),
      text: (waste) =>
        Number(waste[`qty${key}`]) === 0
          ? '–'
          : `${format.qty(waste[`qty${key}`])} ${format.unit(waste.unit)} · ${format.money(waste[`value${key}`])}`,
      align: 'end',
    });
    return [
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      pair('Expired'),
      pair('Scrapped'),
      pair('InWork'),
      {
        key: 'value',
        header: say('stock.value'),
        text: (waste) => format.money(valueOf(waste)),
        align: 'end',
      },
    ];
  }, [say, format, names]);
}

/** What was thrown away, the dearest first: expired, written off, scrapped in work. */
export function WasteView() {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const columns = useColumns();
  const [chosen, setChosen] = useAddress('window', 'week');
  const window: Window = chosen === 'day' || chosen === 'month' ? chosen : 'week';
  const until = useFactoryNow(HOUR) + HOUR;
  const from = new Date(until - DAYS[window] * 24 * HOUR).toISOString();
  const waste = useRead(
    movementRoutes.waste,
    { query: { from, to: new Date(until).toISOString() } },
    { keep: true },
  );
  const rows = (waste.data?.items ?? []).toSorted((a, b) => valueOf(b) - valueOf(a));
  return (
    <>
      <Bar>
        <Chips
          label={say('waste.window')}
          chips={(['day', 'week', 'month'] as const).map((key) => ({ key, label: say(`waste.last.${key}`) }))}
          chosen={window}
          onChoose={setChosen}
        />
        <BarGap />
        <Button icon="download" onClick={() => exportRows('waste', columns, rows)}>
          {ui('table.export')}
        </Button>
      </Bar>
      <WhenLoaded of={waste}>
        {({ value }) =>
          rows.length === 0 ? (
            <EmptyState title={say('waste.none')} hint={say('waste.none-hint')} />
          ) : (
            <>
              <Bar>
                <Figure label={say('waste.in-all')} value={format.money(value)} size={3} />
              </Bar>
              <DataTable
                label={say('stock.view.waste')}
                columns={columns}
                rows={rows}
                rowKey={({ item }) => item}
              />
            </>
          )
        }
      </WhenLoaded>
    </>
  );
}
