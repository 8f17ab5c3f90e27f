import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, JobPayload, Trigger, TriggerKind } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { OnEvent } from '../../platform/outbox';
import { Jobs, OnJob } from '../../platform/queue';
import { ReplanQueueRepository } from './replan-queue.repository';
import { Replanner } from './replanner';

/** Real ms that a replan waits for further triggers: a storm is one replan. */
const GATHER_MS = 120;

type TriggerFacts = Trigger['facts'];

interface ByHand {
  readonly note: string;
  readonly publish: boolean;
}

/** Turns what happens in the plant into requests to replan. */
@Injectable()
export class TriggerEvents {
  constructor(
    private readonly database: Database,
    private readonly queue: ReplanQueueRepository,
    private readonly jobs: Jobs,
    private readonly replanner: Replanner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @OnEvent('order.created')
  orderCreated({ plant, payload: { order, lines } }: DomainEvent<'order.created'>): Promise<void> {
    return this.request(plant, 'order-created', order, { lines: lines.length });
  }

  @OnEvent('order.changed')
  async orderChanged({
    plant,
    payload: { order, line, fields, replan },
  }: DomainEvent<'order.changed'>): Promise<void> {
    if (replan) await this.request(plant, 'order-changed', `${order}/${line}`, { fields: fields.join(', ') });
  }

  @OnEvent('order.cancelled')
  orderCancelled({ plant, payload: { order, line } }: DomainEvent<'order.cancelled'>): Promise<void> {
    return this.request(plant, 'order-cancelled', `${order}/${line}`);
  }

  @OnEvent('work-order.released')
  async workOrderReleased({
    plant,
    payload: { workOrder, item, kind },
  }: DomainEvent<'work-order.released'>): Promise<void> {
    // Work for an order line is announced by the order itself.
    if (kind !== 'make-to-order' && kind !== 'import')
      await this.request(plant, 'work-order-created', workOrder, { item, kind });
  }

  /** That work has begun or ended is in the reports: the watch sees it where it is off the plan. */
  @OnEvent('work-order.changed')
  async workOrderChanged({
    plant,
    payload: { workOrder, fields },
  }: DomainEvent<'work-order.changed'>): Promise<void> {
    if (fields.every((field) => field === 'status')) return;
    await this.request(plant, 'order-changed', workOrder, { workOrder, fields: fields.join(', ') });
  }

  @OnEvent('work-order.cancelled')
  workOrderCancelled({ plant, payload: { workOrder } }: DomainEvent<'work-order.cancelled'>): Promise<void> {
    return this.request(plant, 'order-cancelled', workOrder, { workOrder });
  }

  @OnEvent('station.went-down')
  stationDown({
    plant,
    payload: { station, state, reason },
  }: DomainEvent<'station.went-down'>): Promise<void> {
    return this.request(plant, 'station-down', station, { state, reason });
  }

  @OnEvent('station.came-back')
  stationBack({ plant, payload: { station, downSec } }: DomainEvent<'station.came-back'>): Promise<void> {
    return this.request(plant, 'station-recovered', station, { downSec: Math.round(downSec) });
  }

  @OnEvent('worker.badged')
  async workerBadged({
    plant,
    payload: { worker, direction, expected },
  }: DomainEvent<'worker.badged'>): Promise<void> {
    if (!expected) await this.request(plant, direction === 'in' ? 'worker-present' : 'worker-absent', worker);
  }

  @OnEvent('supply.changed')
  async supplyChanged({
    plant,
    payload: { item, supply, later, received, expectedAt },
  }: DomainEvent<'supply.changed'>): Promise<void> {
    if (later) await this.request(plant, 'material-late', item, { supply, expectedAt });
    else if (received) await this.request(plant, 'material-received', item, { supply });
  }

  @OnEvent('report.recorded')
  async reported({
    plant,
    payload: { operation, scrap, workOrder, scrapReason },
  }: DomainEvent<'report.recorded'>): Promise<void> {
    if (Number(scrap) > 0)
      await this.request(plant, 'scrap', operation, { workOrder, scrap, reason: scrapReason });
  }

  @OnEvent('report.reversed')
  reportReversed({ plant, payload: { operation } }: DomainEvent<'report.reversed'>): Promise<void> {
    return this.request(plant, 'progress', operation);
  }

  @OnEvent('operation.held')
  held({ plant, payload: { operation, reason } }: DomainEvent<'operation.held'>): Promise<void> {
    return this.request(plant, 'hold', operation, { reason });
  }

  @OnEvent('shift.changed')
  shiftChanged({
    plant,
    payload: { kind, line, station, worker },
  }: DomainEvent<'shift.changed'>): Promise<void> {
    return this.request(plant, 'shift-changed', worker ?? station ?? line ?? plant, { kind });
  }

  @OnEvent('plant.changed')
  async plantChanged({ plant, payload: { kind, id, replan } }: DomainEvent<'plant.changed'>): Promise<void> {
    if (replan) await this.request(plant, 'master-data', `${kind} ${id}`);
  }

  @OnEvent('import.committed')
  imported({ plant, payload }: DomainEvent<'import.committed'>): Promise<void> {
    return this.request(plant, 'master-data', `import ${payload.import}`);
  }

  /** Asks for a replan; the job gathers further requests for a moment. */
  request(plant: string, kind: TriggerKind, subject: string, facts: TriggerFacts = {}): Promise<void> {
    return this.add(plant, { kind, at: this.clock.iso(), subject, facts }, true);
  }

  /** Asks for a replan because a person wants one; what it makes stays a draft unless it is to be published. */
  requestByHand(plant: string, by: string, { note, publish }: ByHand): Promise<void> {
    return this.add(plant, { kind: 'manual', at: this.clock.iso(), subject: by, facts: { note } }, publish);
  }

  private async add(plant: string, trigger: Trigger, publish: boolean): Promise<void> {
    await this.database.write(plant, (tx) => this.queue.add(tx, trigger, publish));
    this.wake(plant);
  }

  /** Wakes the replan of a plant: one at a time; requests that come meanwhile are seen by the one that runs. */
  wake(plant: string): void {
    this.jobs.enqueue('schedule.solve', { plant }, { dedupe: plant, delayMs: GATHER_MS });
  }

  @OnJob('schedule.solve')
  async solve({ plant }: JobPayload<'schedule.solve'>): Promise<void> {
    await this.replanner.run(plant);
  }
}
