import { Injectable } from '@nestjs/common';
import { refuse, type NewReport, type Refusal } from '@takt/contracts';
import { lastReading, missingFor, stationOf, type ReportContext } from '@takt/production';
import type { Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { ItemRepository } from '../product';
import { OperationRepository, type OperationState } from './operation.repository';
import { ReportDoubts, type Doubt } from './report-doubts';
import { factsOf, type SentReport } from './report-origin';
import { ReportRepository } from './report.repository';
import { Settlement } from './settlement';

/** Reads what a decision on a report needs to know. */
@Injectable()
export class ReportContextReader {
  constructor(
    private readonly operations: OperationRepository,
    private readonly reports: ReportRepository,
    private readonly settlement: Settlement,
    private readonly plants: PlantRepository,
    private readonly items: ItemRepository,
    private readonly doubts: ReportDoubts,
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
    sent: SentReport,
  ): Promise<{ readonly context: ReportContext; readonly doubts: readonly Doubt[] }> {
    const { workOrder, operation, report, origin } = sent;
    const doubts = await this.doubts.find(tx, sent);
    const before = (await this.operations.of(tx, [workOrder.id])).filter(({ no }) => no < operation.no);
    const awaited = (await this.settlement.awaited(tx, workOrder.id))(operation.id);
    const station = stationOf(operation, factsOf(report));
    const open = before.find(({ status }) => status !== 'done' && status !== 'cancelled');
    const context = {
      source: origin.source,
      doubts: doubts.map(({ flag }) => flag),
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
    return { context, doubts };
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
