import { reasonRoutes, type ReasonKind } from '@takt/contracts';
import { useRead, type ReasonTile } from '@takt/ui';
import { useMemo } from 'react';
import type { Command } from './outbox/entry';
import { useEntries } from './outbox/entries';

function reasonIn(command: Command): string | undefined {
  if (command.kind === 'stop') return command.body.reason;
  return command.kind === 'report' ? (command.body.scrapReason ?? command.body.pauseReason) : undefined;
}

/** The reasons of a kind as tiles, and how often each was chosen at this screen lately. */
export function useReasons(kind: ReasonKind): {
  readonly reasons: readonly ReasonTile[];
  readonly uses: Readonly<Record<string, number>>;
} {
  const { data } = useRead(reasonRoutes.list);
  const entries = useEntries();
  const reasons = useMemo(
    () => (data ?? []).filter((reason) => reason.kind === kind && reason.active),
    [data, kind],
  );
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
