import { lineRoutes } from '@takt/contracts';
import { Button, ChoiceField, exportRows, useFormat, useRead, useUiText, type Column } from '@takt/ui';
import type { ReactNode } from 'react';
import { useOfficeText } from '../lib/texts';
import { Bar, BarGap } from './bar';

/** What stands above a list that can be narrowed to a line. */
export interface LineBarProps<T> {
  readonly line: string;
  readonly onLine: (line: string) => void;
  /** name of the file that is exported */
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** further choices, before the line */
  readonly children?: ReactNode;
}

/** Narrows a list to a line, and exports what is seen. */
export function LineBar<T>({ line, onLine, name, columns, rows, children }: LineBarProps<T>) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const lines = useRead(lineRoutes.list).data ?? [];
  const choices = lines.map((each) => ({ value: each.id, label: format.name(each) }));
  return (
    <Bar>
      {children}
      <ChoiceField
        label={say('schedule.line')}
        value={line}
        choices={[{ value: '', label: say('schedule.all-lines') }, ...choices]}
        onValue={onLine}
        plain
      />
      <BarGap />
      <Button icon="download" onClick={() => exportRows(name, columns, rows)}>
        {ui('table.export')}
      </Button>
    </Bar>
  );
}
