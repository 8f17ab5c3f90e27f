import { useEffect } from 'react';
import { rowsOf, type Pages } from '../../components/paged-table';

/** So many pages are read without asking; what costs more is read on demand. */
const PAGES = 10;

/** Rows of a list that is added up. */
export interface Whole<T> {
  readonly rows: readonly T[];
  /** reads on, where there is more than was read without asking */
  readonly more: (() => void) | undefined;
}

/**
 * Reads a list on until it is whole, up to some pages: what is added up has to be all there is, or say that it is not.
 * @param pages pages of the list
 */
export function useWhole<T>(pages: Pages<T>): Whole<T> {
  const { hasNextPage, isFetchingNextPage } = pages;
  const read = pages.data?.pages.length ?? 0;
  const next = hasNextPage && !isFetchingNextPage && pages.error === null;
  const goesOn = next && read > 0 && read < PAGES;
  useEffect(() => {
    if (goesOn) void pages.fetchNextPage();
  }, [goesOn, read, pages]);
  return { rows: rowsOf(pages), more: next && read >= PAGES ? () => void pages.fetchNextPage() : undefined };
}
