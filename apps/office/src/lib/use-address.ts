import { useSearchParams } from 'react-router';

/**
 * A choice that stands in the address, so that every view has a link of its own.
 * @param name name in the query
 * @param otherwise what holds where the address says nothing; it is not written into the address
 */
export function useAddress(name: string, otherwise = ''): readonly [string, (value: string) => void] {
  const [query, setQuery] = useSearchParams();
  const set = (value: string) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === otherwise) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [query.get(name) ?? otherwise, set];
}
