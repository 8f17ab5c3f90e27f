import type { Route } from '@takt/contracts';
import { Button, exportRows, useUiText, type Column, type Loaded } from '@takt/ui';
import { useState, type ReactNode } from 'react';
import type { FieldSpec } from '../lib/record';
import { useOfficeText } from '../lib/texts';
import { useMay } from '../lib/use-may';
import { Bar, BarGap } from './bar';
import { FindBox } from './find-box';
import { LoadedTable } from './loaded-table';
import { RecordSheet } from './record-sheet';

type Stored = { readonly id: string; readonly revision: number };

/** Records of one kind: found, looked at, changed, added. */
export interface RecordListProps<T extends Stored> {
  readonly label: string;
  readonly read: Loaded<readonly T[]>;
  readonly columns: readonly Column<T>[];
  readonly fields: readonly FieldSpec[];
  readonly route: Route;
  readonly idParam: string;
  /** the route that deletes a record, where that can be done */
  readonly remove?: Route;
  readonly blank: Readonly<Record<string, unknown>>;
  /** more about a stored record, below its fields */
  readonly more?: (record: T) => ReactNode;
}

/** A list of records, with a sheet to change one of them. */
export function RecordList<T extends Stored>(props: RecordListProps<T>) {
  const { label, read, columns, fields, route, idParam, blank, remove, more } = props;
  const readOnly = !useMay(route);
  const say = useOfficeText();
  const ui = useUiText();
  const [open, setOpen] = useState<string>();
  const [find, setFind] = useState('');
  const needle = find.toLowerCase();
  const fits = (record: T) =>
    needle === '' || columns.some(({ text }) => text(record).toLowerCase().includes(needle));
  const record = read.data?.find(({ id }) => id === open);
  return (
    <>
      <Bar>
        <FindBox label={ui('search')} value={find} onValue={setFind} />
        <BarGap />
        <Button icon="download" onClick={() => exportRows(idParam, columns, (read.data ?? []).filter(fits))}>
          {ui('table.export')}
        </Button>
        {readOnly ? null : (
          <Button kind="main" icon="plus" onClick={() => setOpen('')}>
            {say('set-up.add')}
          </Button>
        )}
      </Bar>
      <LoadedTable
        of={read}
        empty={{ title: say('set-up.none'), hint: say('set-up.none-hint') }}
        label={label}
        columns={columns}
        rowKey={({ id }) => id}
        chosen={open}
        onOpen={({ id }) => setOpen(id)}
      />
      {open === undefined || (open !== '' && !record) ? null : (
        <RecordSheet
          key={open}
          title={record ? record.id : say('set-up.add')}
          route={route}
          idParam={idParam}
          fields={fields}
          record={record}
          blank={blank}
          remove={remove}
          readOnly={readOnly}
          onClose={() => setOpen(undefined)}
        >
          {record && more ? more(record) : null}
        </RecordSheet>
      )}
    </>
  );
}
