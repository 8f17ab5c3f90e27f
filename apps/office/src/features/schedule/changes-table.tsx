import type { ScheduleChange, Slot } from '@takt/contracts';
import { DataTable, EmptyState, useFormat, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** What happened to each operation between two plans. */
export function ChangesTable({
  changes,
  onOpen,
}: {
  changes: readonly ScheduleChange[];
  onOpen?: (operation: string) => void;
}) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const columns = useMemo((): Column<ScheduleChange>[] => {
    const slot = (at: Slot | null) =>
      at === null ? '–' : `${names.station(at.station)} ${format.span(at.startAt, at.endAt)}`;
    const shift = ({ from, to }: ScheduleChange) =>
      from && to ? (Date.parse(to.startAt) - Date.parse(from.startAt)) / 1000 : undefined;
    return [
      { key: 'operation', header: say('schedule.operation-id'), text: ({ operation }) => operation },
      { key: 'item', header: say('schedule.item'), text: ({ item }) => names.item(item) },
      { key: 'kind', header: say('schedule.change'), text: ({ kind }) => say(`schedule.change.${kind}`) },
      { key: 'from', header: say('schedule.before'), text: ({ from }) => slot(from) },
      { key: 'to', header: say('schedule.after'), text: ({ to }) => slot(to) },
      {
        key: 'shift',
        header: say('schedule.shift'),
        text: (change) => {
          const sec = shift(change);
          return sec === undefined || Math.abs(sec) < 60
            ? ''
            : `${sec > 0 ? '+' : '−'}${format.duration(sec)}`;
        },
        align: 'end',
      },
    ];
  }, [say, format, names]);
  if (changes.length === 0) return <EmptyState title={say('schedule.no-changes')} />;
  return (
    <DataTable
      label={say('schedule.changes')}
      columns={columns}
      rows={changes}
      rowKey={({ operation }) => operation}
      height="60dvh"
      {...(onOpen && { onOpen: ({ operation }: ScheduleChange) => onOpen(operation) })}
    />
  );
}
