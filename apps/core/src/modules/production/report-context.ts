import { Injectable } from '@nestjs/common';
import { refuse, type NewReport, type Provenance, type Refusal } from '@takt/contracts';
import { lastReading, missingFor, stationOf, type ReportContext, type ReportFacts } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { ItemRepository } from '../product';
import { OperationRepository, type OperationState } from './operation.repository';
import { ReportRepository } from './report.repository';
import { Settlement } from './settlement';
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

/** Reads what a decision on a report needs to know. */
@Injectable()
export class ReportContextReader {
  constructor(
    private readonly operations: OperationRepository,
    private readonly reports: ReportRepository,
    private readonly settlement: Settlement,
    private readonly plants: PlantRepository,
    private readonly items: ItemRepository,
  ) {}

  /** @returns `reference.unknown` when the report names a station, person or reason that does not exist, else null */
  async unknownReference(tx: Tx, report: NewReport): Promise<Refusal | null> {
    const { station, scrapReason, pauseReason, workers = [] } = report;
    if (station !== undefined && !(await this.plants.station(tx, station)))
      return unknown('station', 'station', station);
    const worker = await this.reports.unknownWorker(tx, workers);
    if (worker !== null) return unknown('workers', 'worker', worker);
    if (scrapReason === undefined && pauseReason === undefined) return null;
    const known = new Set((await this.plants.reasons(tx)).map(({ kind, id }) => `${kind} ${id}`));
    if (scrapReason !== undefined && !known.has(`scrap ${scrapReason}`))
      return unknown('scrapReason', 'reason', scrapReason);
    return pauseReason !== undefined &&
      !known.has(`pause ${pauseReason}`) &&
      !known.has(`stop ${pauseReason}`)
      ? unknown('pauseReason', 'reason', pauseReason)
      : null;
  }

  /** What surrounds an operation. The station is held, so that of two who start something there one waits for the other. */
  async read(
    tx: Tx,
    workOrder: WorkOrderState,
    operation: OperationState,
    { report, source }: { report: NewReport; source: Provenance },
  ): Promise<ReportContext> {
    const before = (await this.operations.of(tx, [workOrder.id])).filter(({ no }) => no < operation.no);
    const awaited = (await this.settlement.awaited(tx, workOrder.id))(operation.id);
    const station = stationOf(operation, factsOf(report));
    const open = before.find(({ status }) => status !== 'done' && status !== 'cancelled');
    return {
      source,
      workOrderStatus: workOrder.status,
      item: { id: workOrder.item, unit: (await this.items.find(tx, workOrder.item))?.unit ?? '' },
      stationBusyWith: await this.busyWith(tx, operation, report),
      missing: missingFor({ previous: before.at(-1) ?? null, ...awaited }),
      previousOpen: open?.id ?? null,
      lastReading:
        report.reading === undefined || station === null
          ? null
          : lastReading(await this.reports.standing(tx, operation.id), station),
    };
  }

  private async busyWith(tx: Tx, operation: OperationState, report: NewReport): Promise<string | null> {
    const station = stationOf(operation, factsOf(report));
    if (station === null || (report.type !== 'start' && report.type !== 'resume')) return null;
    await this.operations.lockStation(tx, station);
    const running = await this.operations.runningAt(tx, station);
    return running && running.id !== operation.id ? running.id : null;
  }
}

const unknown = (field: string, kind: string, id: string): Refusal =>
  refuse('reference.unknown', { field, kind, id });
