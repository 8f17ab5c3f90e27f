import { customerRoutes, type Customer } from '@takt/contracts';
import type { Column } from '@takt/ui';
import { useMemo } from 'react';
import { RecordList } from '../../components/record-list';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useAll, useIdColumns, useNameFields } from './use-records';

const blank = { name: '', weight: 1, minRemainingLifeDays: 0, priceGroup: null, active: true };

/** Customers with their service rules. */
export function CustomersView() {
  const say = useOfficeText();
  const ids = useIdColumns<Customer>();
  const names = useNameFields();
  const customers = useAll(customerRoutes.list);
  const columns = useMemo(
    (): Column<Customer>[] => [
      ...ids,
      { key: 'weight', header: say('set-up.weight'), text: ({ weight }) => String(weight), align: 'end' },
      {
        key: 'life',
        header: say('set-up.remaining-life'),
        text: ({ minRemainingLifeDays }) => String(minRemainingLifeDays),
        align: 'end',
      },
      {
        key: 'active',
        header: say('set-up.active'),
        text: ({ active }) => say(active ? 'set-up.yes' : 'set-up.no'),
      },
    ],
    [ids, say],
  );
  const fields = useMemo(
    (): FieldSpec[] => [
      ...names,
      { key: 'weight', label: say('set-up.weight'), kind: 'number', hint: say('set-up.weight-hint') },
      { key: 'minRemainingLifeDays', label: say('set-up.remaining-life'), kind: 'number' },
      { key: 'priceGroup', label: say('set-up.price-group'), kind: 'text', nullable: true },
      { key: 'active', label: say('set-up.active'), kind: 'check' },
    ],
    [names, say],
  );
  return (
    <RecordList
      label={say('set-up.of.customers')}
      read={customers}
      columns={columns}
      fields={fields}
      route={customerRoutes.put}
      idParam="customer"
      blank={blank}
    />
  );
}
