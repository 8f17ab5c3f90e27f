import { Injectable } from '@nestjs/common';
import { isRefusal, type DomainEvent, type MeasureSummary, type ProcessLimit } from '@takt/contracts';
import { groupBy, summaryOf } from '@takt/production';
import { Database } from '../../platform/database';
import { OnEvent } from '../../platform/outbox';
import { OperationRepository } from '../production';
import { MeasureService } from '../telemetry';
import { MeasureRepository, type MeasuredRun } from './measure.repository';

/** Values of one run that are read at most. */
const VALUES_MAX = 50_000;

/** Keeps what was measured while an operation ran with the operation, and so with its lot. */
@Injectable()
export class MeasureKeeper {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationRepository,
    private readonly measures: MeasureService,
    private readonly kept: MeasureRepository,
  ) {}

  @OnEvent('report.recorded')
  async ended({ plant, payload }: DomainEvent<'report.recorded'>): Promise<void> {
    if (payload.status === 'done' || payload.status === 'cancelled')
      await this.keep(plant, payload.operation);
  }

  /** Measurements that came late belong to what ran then. */
  @OnEvent('history.restated')
  async restated({ plant, payload }: DomainEvent<'history.restated'>): Promise<void> {
    const { station, fromAt, toAt } = payload;
    const operations = await this.database.read(plant, (tx) =>
      this.kept.ended(tx, station, new Date(fromAt), new Date(toAt)),
    );
    for (const operation of operations) await this.keep(plant, operation);
  }

  private async keep(plant: string, id: string): Promise<void> {
    const { operation, runs } = await this.database.read(plant, async (tx) => ({
      operation: await this.operations.find(tx, id),
      runs: await this.kept.runs(tx, id),
    }));
    if (!operation) return;
    const summaries: MeasureSummary[] = [];
    for (const [station, own] of groupBy(runs, (run) => run.station))
      summaries.push(...(await this.ofStation(plant, { station, runs: own, limits: operation.limits })));
    await this.database.write(plant, (tx) => this.kept.replace(tx, id, summaries));
  }

  private async ofStation(
    plant: string,
    {
      station,
      runs,
      limits,
    }: { station: string; runs: readonly MeasuredRun[]; limits: readonly ProcessLimit[] },
  ): Promise<MeasureSummary[]> {
    const values = [];
    for (const { startAt, endAt } of runs) {
      const window = { from: startAt.toISOString(), to: endAt.toISOString(), limit: VALUES_MAX };
      const found = await this.measures.list(plant, station, window);
      if (!isRefusal(found)) values.push(...found);
    }
    const operation = runs[0]?.operation ?? '';
    return [...groupBy(values, ({ name }) => name)]
      .map(([parameter, of]) => ({ operation, station, parameter, ...summaryOf(parameter, of, limits) }))
      .sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
  }
}
