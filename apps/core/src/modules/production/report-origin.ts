import { refuse, type NewReport, type Provenance, type Refusal } from '@takt/contracts';
import type { ReportFacts } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { OperationState } from './operation.repository';
import type { WorkOrderState } from './work-order.repository';

/** Where a report comes from. */
export interface ReportOrigin {
  readonly source: Provenance;
  /** who sent it */
  readonly by: string;
  /** the person logged in */
  readonly worker: string | null;
  /** stations for which the sender may report; null: all */
  readonly stations: readonly string[] | null;
}

/**
 * Where the report of a caller comes from. Operators and terminals that are bound to stations report for those only.
 * @returns `auth.forbidden` for an import by somebody who does not plan
 */
export function originOf(caller: Caller, history?: NewReport['source']): ReportOrigin | Refusal {
  if (history === 'import' && caller.rights !== 'planner' && caller.rights !== 'admin')
    return refuse('auth.forbidden', { roles: 'planner, admin' });
  const bound = caller.rights === 'operator' || caller.rights === 'terminal';
  return {
    source: history ?? (caller.terminal === null ? 'api' : 'terminal'),
    by: caller.id,
    worker: caller.worker,
    stations: bound ? caller.stations : null,
  };
}

/** A report with what it is about. */
export interface SentReport {
  readonly workOrder: WorkOrderState;
  readonly operation: OperationState;
  readonly report: NewReport;
  readonly origin: ReportOrigin;
}

/** A report as decisions see it: instants in epoch ms. */
export function factsOf(report: NewReport): ReportFacts & { readonly operation: string } {
  const { at, startAt, ...rest } = report;
  return { ...rest, at: Date.parse(at), startAt: startAt === undefined ? undefined : Date.parse(startAt) };
}

/** @returns `auth.forbidden` when the sender may not report for a station, else null */
export function checkBound({ stations }: ReportOrigin, station: string | null): Refusal | null {
  if (stations === null || (station !== null && stations.includes(station))) return null;
  return refuse('auth.forbidden', { roles: 'lead, planner, admin', station, stations: stations.join(', ') });
}
