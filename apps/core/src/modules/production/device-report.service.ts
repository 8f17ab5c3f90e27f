import { Inject, Injectable } from '@nestjs/common';
import { deviceMessages, isRefusal, type EventPayload, type NewReport } from '@takt/contracts';
import { breachReason, limitBreaches } from '@takt/production';
import { effectiveTime } from '@takt/telemetry';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { HoldDesk } from './hold-desk';
import { OperationRepository } from './operation.repository';
import type { ReportOrigin } from './report-origin';
import { ReportRecorder } from './report-recorder';
import { WorkOrderLock } from './work-order-lock';

type Reported = EventPayload<'device.reported'>;

/** What devices report: work done, and measurements outside the limits of what runs. */
@Injectable()
export class DeviceReportService {
  constructor(
    private readonly database: Database,
    private readonly recorder: ReportRecorder,
    private readonly operations: OperationRepository,
    private readonly locks: WorkOrderLock,
    private readonly holds: HoldDesk,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Records a report of a worker station, once per command; one that is refused is told to the quarantine. */
  report(plant: string, reported: Reported): Promise<void> {
    const { station, line, message, receivedAt } = reported;
    const { boot, seq: _seq, at, good, scrap, rework, ...rest } = deviceMessages.report.parse(message);
    const received = Date.parse(receivedAt);
    const report: NewReport = {
      ...rest,
      good: text(good),
      scrap: text(scrap),
      rework: text(rework),
      station,
      at: new Date(effectiveTime(at, received)?.at ?? received).toISOString(),
    };
    const origin: ReportOrigin = {
      source: 'machine',
      by: `device ${line}/${station}/${boot}`.slice(0, 120),
      worker: null,
      stations: [station],
    };
    return this.database.write(plant, async (tx) => {
      const kept = await this.recorder.record(tx, report, origin);
      if (isRefusal(kept))
        tx.announce('device.refused', { ...reported, code: kept.code, facts: { ...kept.facts } });
    });
  }

  /** Puts what runs at a station on hold when a measurement lies outside its limits. What runs elsewhere is left alone. */
  async measure(plant: string, { station, message, receivedAt }: Reported): Promise<void> {
    const { values, at } = deviceMessages.measure.parse(message);
    const received = Date.parse(receivedAt);
    const measuredAt = effectiveTime(at, received)?.at ?? received;
    const running = await this.database.read(plant, (tx) => this.operations.runningAt(tx, station));
    if (!running || limitBreaches(running.limits, values).length === 0) return;
    await this.database.write(plant, async (tx) => {
      await this.locks.take(tx, running.workOrder);
      const operation = await this.operations.runningAt(tx, station);
      const [breach] = operation ? limitBreaches(operation.limits, values) : [];
      // A measurement from before it began says nothing about it.
      if (!operation || !breach || measuredAt < (operation.startedAt ?? this.clock.now())) return null;
      return this.holds.hold(tx, operation, breachReason(breach), measuredAt);
    });
  }
}

/** Devices count in whole numbers, reports are decimal text. */
const text = (qty: number | undefined): string | undefined => (qty === undefined ? undefined : String(qty));
