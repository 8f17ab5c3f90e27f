import { ItemKind, itemRoutes, Replenishment, type Item } from '@takt/contracts';
import { useFormat, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { RecordList } from '../../components/record-list';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { BomSection } from './bom-section';
import { RoutingSection } from './routing-section';
import { useAll, useIdColumns, useNameFields } from './use-records';

const DAY_SEC = 86_400;

const blank = {
  ...{ name: '', kind: 'finished', class: null, unit: 'pcs', replenishment: 'make-to-order' },
  ...{ standardCost: '0', price: null, stockMin: '0', lotSize: '1', shelfLifeDays: null, gtin: null },
  ...{ leadTimeSec: 0, outside: false, active: true },
};

function useFields(): FieldSpec[] {
  const say = useOfficeText();
  const names = useNameFields();
  const format = useFormat();
  return useMemo(() => {
    const amount = { kind: 'decimal', asText: true } as const;
    return [
      ...names,
      {
        key: 'kind',
        label: say('set-up.kind'),
        kind: 'choice',
        choices: ItemKind.options.map((value) => ({ value, label: say(`item-kind.${value}`) })),
      },
      {
        key: 'replenishment',
        label: say('set-up.replenishment'),
        kind: 'choice',
        choices: Replenishment.options.map((value) => ({ value, label: say(`replenishment.${value}`) })),
      },
      { key: 'class', label: say('set-up.class'), kind: 'text', nullable: true },
      {
        key: 'unit',
        label: say('set-up.unit'),
        kind: 'text',
        words: { shown: format.unit, stored: format.storedUnit },
      },
      { key: 'standardCost', label: say('set-up.standard-cost'), ...amount },
      { key: 'price', label: say('set-up.price'), ...amount, nullable: true },
      { key: 'stockMin', label: say('set-up.stock-min'), ...amount },
      { key: 'lotSize', label: say('set-up.lot-size'), ...amount },
      { key: 'shelfLifeDays', label: say('set-up.shelf-life'), kind: 'number', nullable: true },
      { key: 'gtin', label: say('set-up.gtin'), kind: 'text', nullable: true },
      {
        key: 'leadTimeSec',
        label: say('set-up.lead-time'),
        kind: 'decimal',
        scale: DAY_SEC,
        unit: format.unit('days'),
      },
      { key: 'outside', label: say('set-up.outside'), kind: 'check' },
      { key: 'active', label: say('set-up.active'), kind: 'check' },
    ];
  }, [say, format, names]);
}

/** Items, each with its bill of materials and its routing. */
export function ItemsView() {
  const say = useOfficeText();
  const format = useFormat();
  const ids = useIdColumns<Item>();
  const fields = useFields();
  const may = useMay(itemRoutes.put);
  const items = useAll(itemRoutes.list);
  const columns = useMemo(
    (): Column<Item>[] => [
      ...ids,
      { key: 'kind', header: say('set-up.kind'), text: ({ kind }) => say(`item-kind.${kind}`) },
      {
        key: 'replenishment',
        header: say('set-up.replenishment'),
        text: ({ replenishment }) => say(`replenishment.${replenishment}`),
      },
      { key: 'class', header: say('set-up.class'), text: (item) => item.class ?? '–' },
      {
        key: 'cost',
        header: say('set-up.standard-cost'),
        text: ({ standardCost, unit }) => `${format.money(standardCost)}/${format.unit(unit)}`,
        align: 'end',
      },
      {
        key: 'min',
        header: say('set-up.stock-min'),
        text: ({ stockMin }) => (Number(stockMin) === 0 ? '' : format.qty(stockMin)),
        align: 'end',
      },
      {
        key: 'life',
        header: say('set-up.shelf-life'),
        text: ({ shelfLifeDays }) => (shelfLifeDays === null ? '' : String(shelfLifeDays)),
        align: 'end',
      },
    ],
    [ids, say, format],
  );
  return (
    <RecordList
      label={say('set-up.of.items')}
      read={items}
      columns={columns}
      fields={fields}
      route={itemRoutes.put}
      idParam="item"
      blank={blank}
      more={(item) =>
        item.replenishment === 'buy' ? null : (
          <>
            <BomSection item={item.id} readOnly={!may} />
            <RoutingSection item={item.id} readOnly={!may} />
          </>
        )
      }
    />
  );
}
