import { reasonRoutes, type ReasonKind } from '@takt/contracts';
import { useRead, type ReasonTile } from '@takt/ui';
import { useMemo } from 'react';
import { reasonsAt } from './fitting-reasons';
import { useStations } from './names';
import type { Command } from './outbox/entry';
import { useEntries } from './outbox/entries';

function reasonIn(command: Command): string | undefined {
  if (command.kind === 'stop') return command.body.reason;
  return command.kind === 'report' ? (command.body.scrapReason ?? command.body.pauseReason) : undefined;
}

/**
 * The reasons of a kind at a station as tiles, and how often each was chosen at this screen lately.
 * @param station undefined: not known, so that every reason may be meant
 */
export function useReasons(
  kind: ReasonKind,
  station: string | undefined,
): {
  readonly reasons: readonly ReasonTile[];
  readonly uses: Readonly<Record<string, number>>;
} {
  const { data } = useRead(reasonRoutes.list);
  const stations = useStations().data?.items;
  const entries = useEntries();
  const reasons = useMemo(() => {
    const capabilities = stations?.find(({ id }) => id === station)?.capabilities;
    return reasonsAt(data ?? [], kind, capabilities);
  }, [data, kind, station, stations]);
  const uses = useMemo(() => {
    const counts: Record<string, number> = {};
    for (const { command } of entries) {
      const reason = reasonIn(command);
      if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
    }
    return counts;
  }, [entries]);
  return { reasons, uses };
}
