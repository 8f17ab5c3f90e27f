import { lineRoutes, shiftRoutes, type ShiftPattern } from '@takt/contracts';
import { Button, useFormat, useRead, useSession, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { PatternSheet } from './pattern-sheet';

/** The shift patterns, and the lines that work by them. */
export function PatternsView({ onChanged }: { onChanged: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const role = useSession()?.role;
  const may = role === 'planner' || role === 'admin';
  const patterns = useRead(shiftRoutes.patterns);
  const lines = useRead(lineRoutes.list).data;
  const [open, setOpen] = useState<ShiftPattern | 'new'>();
  const columns = useMemo(
    (): Column<ShiftPattern>[] => [
      { key: 'id', header: say('shifts.pattern'), text: ({ id }) => id },
      { key: 'name', header: say('set-up.name'), text: (pattern) => format.name(pattern) },
      {
        key: 'shifts',
        header: say('shifts.shifts'),
        text: ({ shifts }) =>
          shifts.map((shift) => `${format.name(shift)} ${shift.start}–${shift.end}`).join(' · '),
      },
      {
        key: 'lines',
        header: say('shifts.lines'),
        text: ({ id }) =>
          (lines ?? [])
            .filter(({ shiftPattern }) => shiftPattern === id)
            .map((line) => format.name(line))
            .join(', ') || '–',
      },
    ],
    [say, format, lines],
  );
  return (
    <>
      {may ? (
        <Bar>
          <Button kind="main" icon="plus" onClick={() => setOpen('new')}>
            {say('shifts.new-pattern')}
          </Button>
        </Bar>
      ) : null}
      <LoadedTable
        of={patterns}
        empty={{ title: say('shifts.no-patterns'), hint: say('shifts.none-hint') }}
        label={say('shifts.view.patterns')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={setOpen}
      />
      {open ? (
        <PatternSheet
          pattern={open === 'new' ? undefined : open}
          readOnly={!may}
          onClose={() => setOpen(undefined)}
          onChanged={onChanged}
        />
      ) : null}
    </>
  );
}
