import { useMemo, useRef, type ReactNode } from 'react';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import css from './data-table.module.css';
import { listLines, type ListLine, type Urgency } from './sections';
import { useRowKeys } from './use-row-keys';
import { useVisibleLines } from './use-visible-lines';

/** A column. Columns stay where they are. */
export interface Column<T> {
  readonly key: string;
  readonly header: string;
  /** what the cell says, as text: for the export, and for the cell unless `cell` draws it */
  readonly text: (row: T) => string;
  readonly cell?: (row: T) => ReactNode;
  /** numbers stand at the end */
  readonly align?: 'start' | 'end';
  /** the list can be sorted by it */
  readonly sortable?: boolean;
  /** CSS width */
  readonly width?: string;
}

/** By which column a list is sorted. */
export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** A list and what can be done with it. */
export interface DataTableProps<T> {
  /** what is listed, for those who cannot see it */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** puts what needs the reader first */
  readonly urgencyOf?: (row: T) => Urgency;
  readonly onOpen?: (row: T) => void;
  readonly chosen?: string | undefined;
  readonly sorting?: Sorting | undefined;
  readonly onSort?: (sorting: Sorting) => void;
  /** CSS height of a long list that scrolls in itself */
  readonly height?: string;
}

/** A list: what needs the reader first, then what is next, then the rest. J and K or the arrows move, Enter opens. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, urgencyOf, onOpen, chosen, sorting, onSort, height } = props;
  const lines = useMemo(() => listLines(rows, urgencyOf), [rows, urgencyOf]);
  const frame = useRef<HTMLDivElement>(null);
  const part = useVisibleLines(lines.length, frame, height !== undefined);
  const { at, setAt, key } = useRowKeys({ lines, rows, frame, reveal: part.reveal, onOpen });
  return (
    <div className={css.frame} ref={frame} style={height === undefined ? undefined : { maxHeight: height }}>
      <table
        className={css.table}
        role={onOpen ? 'grid' : undefined}
        aria-label={label}
        aria-rowcount={rows.length + 1}
      >
        <Head columns={columns} sorting={sorting} onSort={onSort} />
        <tbody onKeyDown={onOpen ? key : undefined}>
          {part.before > 0 ? <Gap height={part.before} columns={columns.length} /> : null}
          {lines.slice(part.first, part.last + 1).map((line) => (
            <Line
              key={line.kind === 'row' ? rowKey(line.row) : line.urgency}
              line={line}
              columns={columns}
              onOpen={onOpen}
              focusable={line.kind === 'row' && line.place === at}
              chosen={line.kind === 'row' && chosen !== undefined && rowKey(line.row) === chosen}
              onFocus={setAt}
            />
          ))}
          {part.after > 0 ? <Gap height={part.after} columns={columns.length} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className={css.gap} aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function Head<T>({ columns, sorting, onSort }: Pick<DataTableProps<T>, 'columns' | 'sorting' | 'onSort'>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, header, align, sortable, width }) => {
          const sorted = sorting?.key === key;
          const ends = align === 'end' ? css.end : undefined;
          // A column of bars or buttons needs no heading, and an empty one is read out as one.
          if (header === '') return <td key={key} style={{ width }} />;
          if (!sortable || !onSort)
            return (
              <th key={key} scope="col" className={ends} style={{ width }}>
                {header}
              </th>
            );
          return (
            <th
              key={key}
              scope="col"
              className={ends}
              style={{ width }}
              aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                onClick={() => onSort({ key, descending: sorted && !sorting.descending })}
              >
                {header}
                {sorted ? <Icon name={sorting.descending ? 'down' : 'up'} size="1em" /> : null}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface LineProps<T> {
  readonly line: ListLine<T>;
  readonly columns: readonly Column<T>[];
  readonly onOpen: ((row: T) => void) | undefined;
  readonly focusable: boolean;
  readonly chosen: boolean;
  readonly onFocus: (place: number) => void;
}

/** Widest value that is kept on one line, in Latin characters; Hanzi count twice. */
const SHORT = 10;
const isShort = (words: string) => words.length + (words.match(/\p{Script=Han}/gu)?.length ?? 0) <= SHORT;

function Line<T>({ line, columns, onOpen, focusable, chosen, onFocus }: LineProps<T>) {
  const say = useUiText();
  if (line.kind === 'heading')
    return (
      <tr className={css.section}>
        <th colSpan={columns.length} scope="rowgroup">
          {say(`table.${line.urgency}`)}
          <span>{line.count}</span>
        </th>
      </tr>
    );
  const { row, place } = line;
  const names = [css.row, onOpen && css.active, chosen && css.chosen].filter(Boolean).join(' ');
  const interactive = onOpen && {
    tabIndex: focusable ? 0 : -1,
    'aria-selected': chosen,
    onClick: () => onOpen(row),
    onFocus: () => onFocus(place),
  };
  return (
    <tr className={names} data-place={place} aria-rowindex={place + 2} {...interactive}>
      {columns.map(({ key, text, cell, align }) => {
        const words = cell ? undefined : text(row);
        const names = [align === 'end' && css.end, words !== undefined && isShort(words) && css.short];
        return (
          <td key={key} className={names.filter(Boolean).join(' ') || undefined}>
            {cell ? cell(row) : words}
          </td>
        );
      })}
    </tr>
  );
}
