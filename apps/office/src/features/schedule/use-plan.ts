import { itemRoutes, lineRoutes, scheduleRoutes, shiftRoutes, stationRoutes } from '@takt/contracts';
import { useFactoryNow, useFormat, useRead, type GanttPlan } from '@takt/ui';
import { useMemo } from 'react';
import { planOf } from './plan-of';

const DAY = 86_400_000;
/** Shifts are asked for in whole days, so that the question stays the same for a day; 31 days are the most core gives. */
const BEFORE_DAYS = 2;
const AFTER_DAYS = 28;

/** The published plan, ready to be drawn. */
export function usePlan() {
  const format = useFormat();
  const today = useFactoryNow(DAY);
  const window = useMemo(
    () => ({ startMs: today - BEFORE_DAYS * DAY, endMs: today + AFTER_DAYS * DAY }),
    [today],
  );
  const query = { from: new Date(window.startMs).toISOString(), to: new Date(window.endMs).toISOString() };
  const schedule = useRead(scheduleRoutes.current);
  const stations = useRead(stationRoutes.list, { query: { limit: 500 } });
  const lines = useRead(lineRoutes.list);
  const shifts = useRead(shiftRoutes.list, { query });
  const exceptions = useRead(shiftRoutes.exceptions, { query });
  const items = useRead(itemRoutes.list, { query: { limit: 500 } });
  const plan = useMemo((): GanttPlan | undefined => {
    if (!schedule.data || !stations.data || !lines.data) return undefined;
    const names = new Map(items.data?.items.map((item) => [item.id, format.name(item)]));
    return planOf(
      {
        entries: schedule.data.entries,
        frozenUntil: schedule.data.frozenUntil,
        stations: stations.data.items,
        lines: lines.data,
        shifts: shifts.data ?? [],
        exceptions: exceptions.data ?? [],
        window,
      },
      { station: format.name, line: format.name, item: (id) => names.get(id) ?? id },
    );
  }, [schedule.data, stations.data, lines.data, shifts.data, exceptions.data, items.data, window, format]);
  return { schedule, plan, error: stations.error ?? lines.error };
}
