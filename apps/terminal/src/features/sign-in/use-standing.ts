import { attendanceRoutes } from '@takt/contracts';
import { useRead } from '@takt/ui';
import { useEntries } from '../../lib/outbox/entries';
import { standingOf, type Standing } from './standing';

/** How people stand: clocked in, on a break, or neither. */
export function useStanding(): (worker: string) => Standing {
  const present = useRead(attendanceRoutes.present);
  const entries = useEntries();
  const known = { present: present.data ?? [], toldMs: present.dataUpdatedAt };
  return (worker) => standingOf(worker, known, entries);
}
