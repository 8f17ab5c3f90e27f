import { DataTable, EmptyState, WhenLoaded, type DataTableProps, type Loaded } from '@takt/ui';
import type { ReactNode } from 'react';

/** What stands where a list has no rows. */
export interface Empty {
  readonly title?: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}

/** A list as it was read, and what stands where it is empty. */
export interface LoadedTableProps<T> extends Omit<DataTableProps<T>, 'rows'> {
  readonly of: Loaded<readonly T[]>;
  readonly empty: Empty;
  /** order of the rows; as they came unless told */
  readonly compare?: (a: T, b: T) => number;
}

/** A list that is on its way, could not be read, is empty, or is shown. */
export function LoadedTable<T>({ of, empty, compare, ...table }: LoadedTableProps<T>) {
  return (
    <WhenLoaded of={of}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState {...empty} />
        ) : (
          <DataTable {...table} rows={compare ? [...rows].sort(compare) : rows} />
        )
      }
    </WhenLoaded>
  );
}
