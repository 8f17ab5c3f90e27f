import { reportRoutes } from '@takt/contracts';
import { useRead } from '@takt/ui';
import { useMemo } from 'react';
import { useEntries } from '../../lib/outbox/entries';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { expectedReading } from '../../lib/readings';

/**
 * Where the counter of a station stood when its operation was reported last.
 * @param asked false: nobody reads a counter there
 * @returns undefined: not known
 */
export function useLastReading(
  operation: ExpectedOperation | undefined,
  station: string,
  asked = true,
): number | undefined {
  const id = operation?.id ?? '';
  const { data } = useRead(
    reportRoutes.list,
    { query: { filter: `operation:${id}`, sort: '-at', limit: 200 } },
    { enabled: asked && id !== '' },
  );
  const entries = useEntries();
  return useMemo(
    () => expectedReading({ operation: id, station }, data?.items ?? [], entries),
    [id, station, data, entries],
  );
}
