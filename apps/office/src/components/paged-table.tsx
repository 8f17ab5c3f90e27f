import { Button, useUiText, type DataTableProps, type Loaded } from '@takt/ui';
import { LoadedTable, type Empty } from './loaded-table';

/** Pages of a list, as `usePages` reads them. */
export interface Pages<T> extends Loaded<{ readonly pages: readonly { readonly items: readonly T[] }[] }> {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/**
 * The rows of all pages that have been read.
 * @param pages pages of a list
 */
export function rowsOf<T>({ data }: Pick<Pages<T>, 'data'>): readonly T[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

/** Asks for the next page of a list, where there is one. */
export function MoreButton({ pages }: { pages: Pages<unknown> }) {
  const ui = useUiText();
  if (!pages.hasNextPage) return null;
  return (
    <p data-print="no">
      <Button icon="down" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {ui('table.more')}
      </Button>
    </p>
  );
}

interface PagedTableProps<T> extends Omit<DataTableProps<T>, 'rows'> {
  readonly pages: Pages<T>;
  readonly empty: Empty;
  /** narrows what has been read */
  readonly keep?: (row: T) => boolean;
}

/** A list that comes page by page, and the button that asks for more of it. */
export function PagedTable<T>({ pages, empty, keep, ...table }: PagedTableProps<T>) {
  const all = rowsOf(pages);
  const data = pages.data && (keep ? all.filter(keep) : all);
  return (
    <>
      <LoadedTable
        {...table}
        of={{
          data,
          error: pages.error,
          isPending: pages.isPending,
          dataUpdatedAt: pages.dataUpdatedAt,
          refetch: () => pages.refetch(),
        }}
        empty={empty}
      />
      <MoreButton pages={pages} />
    </>
  );
}
