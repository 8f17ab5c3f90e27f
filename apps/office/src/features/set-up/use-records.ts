import type { Named, ReplyOf, RequestOf, Route } from '@takt/contracts';
import { useFormat, useRead, type Column, type Loaded } from '@takt/ui';
import { useMemo } from 'react';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';

type ItemsOf<R extends Route> = ReplyOf<R> extends { items: infer T extends readonly unknown[] } ? T : never;

/** A page of a list as if it were the list: the set-up of a plant fits into one. */
export function useAll<R extends Route>(
  route: R,
  request: RequestOf<R> = {},
): Loaded<readonly ItemsOf<R>[number][]> {
  const read = useRead(route, {
    ...request,
    query: { limit: 500, ...(request.query as object | undefined) },
  } as RequestOf<R>);
  const { data, error, isPending, dataUpdatedAt, refetch } = read;
  return {
    data: (data as { items?: ItemsOf<R> } | undefined)?.items,
    error,
    isPending,
    dataUpdatedAt,
    refetch,
  };
}

/** Id and name, first in every list. */
export function useIdColumns<T extends Named & { readonly id: string }>(): readonly Column<T>[] {
  const say = useOfficeText();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'id', header: say('set-up.id'), text: ({ id }) => id },
      { key: 'name', header: say('set-up.name'), text: (thing) => format.name(thing) },
    ],
    [say, format],
  );
}

/** Fields of the name in both languages. */
export function useNameFields(): readonly FieldSpec[] {
  const say = useOfficeText();
  return useMemo(
    () => [
      { key: 'name', label: say('set-up.name'), kind: 'text' },
      { key: 'nameZh', label: say('set-up.name-zh'), kind: 'text', optional: true },
    ],
    [say],
  );
}
