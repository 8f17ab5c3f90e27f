import {
  lineRoutes,
  scheduleRoutes,
  shiftRoutes,
  stationRoutes,
  type ScheduleEntry,
  type Station,
} from '@takt/contracts';
import { useFactoryNow, useFormat, useRead, type GanttPlan } from '@takt/ui';
import { useMemo } from 'react';
import { useNames } from '../../lib/use-names';
import { planOf } from './plan-of';

const DAY = 86_400_000;
/** Shifts are asked for in whole days, so that the question stays the same for a day; 31 days are the most core gives. */
const BEFORE_DAYS = 2;
const AFTER_DAYS = 28;

/** What is drawn: the entries of a version. */
export interface Drawn {
  readonly entries: readonly ScheduleEntry[];
  readonly frozenUntil: string | undefined;
  /** operations that differ from the version before */
  readonly changed: ReadonlySet<string>;
  /** id of the only line that is shown; empty: all */
  readonly line: string;
}

/** What two versions differ in; nothing where there is none before. */
export function useChanged(version: number | undefined, enabled = true): ReadonlySet<string> {
  const diff = useRead(
    scheduleRoutes.diff,
    { params: { version: version ?? 0 } },
    { enabled: enabled && version !== undefined },
  );
  return useMemo(
    () => new Set(diff.data?.against === null ? [] : diff.data?.changes.map(({ operation }) => operation)),
    [diff.data],
  );
}

/**
 * Lays a version out by station.
 * @param drawn what is drawn; undefined: not known yet
 */
export function usePlan(drawn: Drawn | undefined) {
  const format = useFormat();
  const names = useNames();
  const today = useFactoryNow(DAY);
  const window = useMemo(
    () => ({ startMs: today - BEFORE_DAYS * DAY, endMs: today + AFTER_DAYS * DAY }),
    [today],
  );
  const query = { from: new Date(window.startMs).toISOString(), to: new Date(window.endMs).toISOString() };
  const stations = useRead(stationRoutes.list, { query: { limit: 500 } });
  const lines = useRead(lineRoutes.list);
  const shifts = useRead(shiftRoutes.list, { query });
  const exceptions = useRead(shiftRoutes.exceptions, { query });
  const plan = useMemo((): GanttPlan | undefined => {
    if (!drawn || !stations.data || !lines.data) return undefined;
    const used = new Set(drawn.entries.map(({ station }) => station));
    const shown = ({ id, line, active }: Station) =>
      (active || used.has(id)) && (drawn.line === '' || line === drawn.line);
    return planOf(
      {
        entries: drawn.entries,
        frozenUntil: drawn.frozenUntil ?? new Date(window.startMs).toISOString(),
        changed: drawn.changed,
        stations: stations.data.items.filter(shown),
        lines: lines.data,
        shifts: shifts.data,
        exceptions: exceptions.data ?? [],
        window,
      },
      { station: format.name, line: format.name, item: names.item },
    );
  }, [drawn, stations.data, lines.data, shifts.data, exceptions.data, window, format, names]);
  return { plan, error: stations.error ?? lines.error };
}
