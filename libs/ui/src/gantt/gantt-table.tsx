import { useMemo } from 'react';
import { DataTable, type Column } from '../data/data-table';
import { useUiText } from '../i18n/texts';
import { useFormat } from '../runtime/use-format';
import type { GanttBar, GanttPlan } from './plan';

/** The same plan as a table, for screen readers, for search and for print. */
export function GanttTable({
  plan,
  onOpen,
  height,
}: {
  plan: GanttPlan;
  onOpen?: (bar: GanttBar) => void;
  height: string;
}) {
  const say = useUiText();
  const format = useFormat();
  const rows = useMemo(() => [...plan.bars].sort((a, b) => a.startMs - b.startMs), [plan]);
  const columns = useMemo((): Column<GanttBar>[] => {
    const labels = new Map(plan.rows.map(({ id, label }) => [id, label]));
    const state = (bar: GanttBar) =>
      [
        bar.late ? say('gantt.late') : '',
        bar.changed ? say('gantt.changed') : '',
        bar.fixed ? say(`gantt.fixed.${bar.fixed}`) : '',
      ]
        .filter(Boolean)
        .join(', ');
    return [
      { key: 'station', header: say('gantt.station'), text: (bar) => labels.get(bar.row) ?? bar.row },
      { key: 'operation', header: say('gantt.operation'), text: ({ id }) => id },
      { key: 'item', header: say('gantt.item'), text: ({ item }) => item },
      { key: 'start', header: say('gantt.start'), text: (bar) => format.when(bar.startMs), align: 'end' },
      { key: 'end', header: say('gantt.end'), text: (bar) => format.when(bar.endMs), align: 'end' },
      { key: 'due', header: say('gantt.due'), text: (bar) => format.when(bar.dueMs), align: 'end' },
      { key: 'state', header: say('gantt.state'), text: state },
    ];
  }, [plan, say, format]);
  return (
    <DataTable
      label={say('gantt.label')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      urgencyOf={(bar) => (bar.late ? 'needs-you' : 'rest')}
      height={height}
      {...(onOpen && { onOpen })}
    />
  );
}
