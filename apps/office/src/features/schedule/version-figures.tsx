import type { ScheduleFigures } from '@takt/contracts';
import { DataTable, Figure, useFormat, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import css from './schedule.module.css';

/** One figure of a version: how it is written, and whether more of it is worse. */
interface FigureRow {
  readonly key: keyof ScheduleFigures;
  readonly label: OfficeKey;
  readonly kind: 'count' | 'duration' | 'share' | 'instant';
  readonly moreIsWorse: boolean;
}

const rows: readonly FigureRow[] = [
  { key: 'lateLines', label: 'schedule.figure.late-lines', kind: 'count', moreIsWorse: true },
  { key: 'lateSec', label: 'schedule.figure.lateness', kind: 'duration', moreIsWorse: true },
  { key: 'changeoverSec', label: 'schedule.figure.changeover', kind: 'duration', moreIsWorse: true },
  { key: 'overtimeSec', label: 'schedule.figure.overtime', kind: 'duration', moreIsWorse: true },
  { key: 'utilisation', label: 'schedule.figure.utilisation', kind: 'share', moreIsWorse: false },
  { key: 'operations', label: 'schedule.figure.operations', kind: 'count', moreIsWorse: false },
  { key: 'unplaced', label: 'schedule.figure.unplaced', kind: 'count', moreIsWorse: true },
  { key: 'movedOperations', label: 'schedule.figure.moved', kind: 'count', moreIsWorse: true },
  { key: 'endAt', label: 'schedule.figure.end', kind: 'instant', moreIsWorse: true },
];

function useWritten() {
  const format = useFormat();
  return useMemo(
    () =>
      ({ key, kind }: FigureRow, figures: ScheduleFigures): string => {
        const value = figures[key];
        if (value === null) return '–';
        if (kind === 'instant') return format.when(value);
        if (kind === 'share') return `${format.percent(Number(value), 0)} %`;
        // What is late by less than a second is late.
        const least = key === 'lateSec' && figures.lateLines > 0 ? 1 : 0;
        return kind === 'duration' ? format.planned(Math.max(least, Number(value))) : format.qty(value);
      },
    [format],
  );
}

const FIRST: readonly FigureRow['key'][] = ['lateLines', 'lateSec', 'changeoverSec', 'utilisation', 'endAt'];

/** The figures of a version that matter first. */
export function VersionFigures({ figures }: { figures: ScheduleFigures }) {
  const say = useOfficeText();
  const written = useWritten();
  return (
    <div className={css.figures}>
      {rows
        .filter(({ key }) => FIRST.includes(key))
        .map((row) => (
          <Figure key={row.key} label={say(row.label)} value={written(row, figures)} size={3} />
        ))}
    </div>
  );
}

/** The figures of two versions beside each other; what became worse is marked. */
export function CompareFigures({
  before,
  after,
}: {
  before: ScheduleFigures | null;
  after: ScheduleFigures;
}) {
  const say = useOfficeText();
  const written = useWritten();
  const columns = useMemo((): Column<FigureRow>[] => {
    const number = (figures: ScheduleFigures | null, key: FigureRow['key']) => {
      const value = figures?.[key];
      return typeof value === 'string' ? Date.parse(value) : (value ?? undefined);
    };
    const trend = (row: FigureRow): 'better' | 'worse' | 'same' => {
      const { key, moreIsWorse } = row;
      const was = number(before, key);
      const is = number(after, key);
      if (was === undefined || is === undefined || key === 'operations') return 'same';
      if (before && written(row, before) === written(row, after)) return 'same';
      return is > was === moreIsWorse ? 'worse' : 'better';
    };
    return [
      { key: 'figure', header: say('schedule.figure'), text: ({ label }) => say(label) },
      {
        key: 'before',
        header: say('schedule.before'),
        text: (row) => (before ? written(row, before) : '–'),
        align: 'end',
      },
      { key: 'after', header: say('schedule.after'), text: (row) => written(row, after), align: 'end' },
      {
        key: 'trend',
        header: say('schedule.trend'),
        text: (row) => say(`schedule.trend.${trend(row)}`),
        cell: (row) => <span data-trend={trend(row)}>{say(`schedule.trend.${trend(row)}`)}</span>,
      },
    ];
  }, [say, written, before, after]);
  return (
    <div className={css.compare}>
      <DataTable label={say('schedule.figures')} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </div>
  );
}
