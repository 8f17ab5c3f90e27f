import { lineRoutes, shiftRoutes, type Line } from '@takt/contracts';
import { useFormat, useRead, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { RecordList } from '../../components/record-list';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useIdColumns, useNameFields } from './use-records';

const blank = { name: '', position: 1, shiftPattern: null };

/** Lines of the plant. */
export function LinesView() {
  const say = useOfficeText();
  const format = useFormat();
  const ids = useIdColumns<Line>();
  const names = useNameFields();
  const lines = useRead(lineRoutes.list);
  const patterns = useRead(shiftRoutes.patterns).data;
  const columns = useMemo(
    (): Column<Line>[] => [
      ...ids,
      { key: 'pattern', header: say('shifts.pattern'), text: ({ shiftPattern }) => shiftPattern ?? '–' },
      {
        key: 'position',
        header: say('set-up.position'),
        text: ({ position }) => String(position),
        align: 'end',
      },
    ],
    [ids, say],
  );
  const fields = useMemo(
    (): FieldSpec[] => [
      ...names,
      {
        key: 'shiftPattern',
        label: say('shifts.pattern'),
        kind: 'choice',
        nullable: true,
        choices: (patterns ?? []).map((pattern) => ({ value: pattern.id, label: format.name(pattern) })),
      },
      { key: 'position', label: say('set-up.position'), kind: 'number' },
    ],
    [names, say, patterns, format],
  );
  return (
    <RecordList
      label={say('set-up.of.lines')}
      read={lines}
      columns={columns}
      fields={fields}
      route={lineRoutes.put}
      idParam="line"
      remove={lineRoutes.remove}
      blank={blank}
    />
  );
}
