import { shiftRoutes, type ShiftInstance } from '@takt/contracts';
import { useFactoryNow, useRead } from '@takt/ui';
import { useMemo } from 'react';
import { shiftAt } from './shift-at';

const DAY_MS = 86_400_000;

/** The shift that is on at a line, with roster and presence; undefined: none is, or it is not loaded. */
export function useShift(line: string): ShiftInstance | undefined {
  const now = useFactoryNow(60_000);
  const day = Math.floor(now / DAY_MS) * DAY_MS;
  const { data } = useRead(
    shiftRoutes.list,
    {
      query: {
        line,
        from: new Date(day - DAY_MS).toISOString(),
        to: new Date(day + 2 * DAY_MS).toISOString(),
      },
    },
    { keep: true },
  );
  return useMemo(() => shiftAt(data ?? [], now), [data, now]);
}
