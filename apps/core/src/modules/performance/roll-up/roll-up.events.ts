import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@takt/contracts';
import { Database } from '../../../platform/database';
import { OnEvent } from '../../../platform/outbox';
import type { Mark } from '../cube/cube';
import { MarkRepository } from './mark.repository';

const at = (instant: string): number => Date.parse(instant);

/** Marks what has changed, so that the figures that it touches are computed anew. */
@Injectable()
export class RollUpEvents {
  constructor(
    private readonly database: Database,
    private readonly marks: MarkRepository,
  ) {}

  @OnEvent('history.restated')
  restated({
    plant,
    payload: { station, fromAt, toAt, why },
  }: DomainEvent<'history.restated'>): Promise<void> {
    return this.mark(plant, { kind: 'station', subject: station, fromAt: at(fromAt), toAt: at(toAt), reason: `${why} messages of ${station}` }); // prettier-ignore
  }

  @OnEvent('stop.changed')
  explained({ plant, payload: { stop, explained }, ...event }: DomainEvent<'stop.changed'>): Promise<void> {
    if (!explained) return Promise.resolve();
    return this.mark(plant, {
      kind: 'stop',
      subject: stop,
      ...since(event.at),
      reason: `stop ${stop} explained`,
    });
  }

  @OnEvent('report.recorded')
  async reported({ plant, payload }: DomainEvent<'report.recorded'>): Promise<void> {
    await this.report(plant, payload, `report ${payload.report}`);
  }

  @OnEvent('report.reversed')
  async reversed({ plant, payload }: DomainEvent<'report.reversed'>): Promise<void> {
    await this.report(plant, payload, `report ${payload.reverses} taken back`);
  }

  @OnEvent('operation.changed')
  operation({ plant, payload, ...event }: DomainEvent<'operation.changed'>): Promise<void> {
    if (!payload.fields.includes('qtyTarget')) return Promise.resolve();
    return this.mark(plant, { kind: 'operation', subject: payload.operation, ...since(event.at), reason: `operation ${payload.operation} changed` }); // prettier-ignore
  }

  @OnEvent('worker.badged')
  badged({ plant, payload: { worker, at: when } }: DomainEvent<'worker.badged'>): Promise<void> {
    return this.mark(plant, {
      kind: 'attendance',
      subject: worker,
      ...since(when),
      reason: `badge of ${worker}`,
    });
  }

  @OnEvent('order.created')
  ordered({ plant, payload: { order }, ...event }: DomainEvent<'order.created'>): Promise<void> {
    return this.mark(plant, { kind: 'order', subject: order, ...since(event.at), reason: `order ${order}` });
  }

  @OnEvent('order.changed')
  async changed({
    plant,
    payload: { order, wasDue = [] },
    ...event
  }: DomainEvent<'order.changed'>): Promise<void> {
    for (const when of [event.at, ...wasDue])
      await this.mark(plant, {
        kind: 'order',
        subject: order,
        ...since(when),
        reason: `order ${order} changed`,
      });
  }

  @OnEvent('order.cancelled')
  cancelled({ plant, payload: { order }, ...event }: DomainEvent<'order.cancelled'>): Promise<void> {
    return this.mark(plant, { kind: 'order', subject: order, ...since(event.at), reason: `order ${order} cancelled` }); // prettier-ignore
  }

  @OnEvent('order.promised')
  async promised({
    plant,
    payload: { order, previousAt },
    ...event
  }: DomainEvent<'order.promised'>): Promise<void> {
    for (const when of [event.at, ...(previousAt === null ? [] : [previousAt])])
      await this.mark(plant, {
        kind: 'order',
        subject: order,
        ...since(when),
        reason: `promise of order ${order}`,
      });
  }

  @OnEvent('order.shipped')
  shipped({ plant, payload }: DomainEvent<'order.shipped'>): Promise<void> {
    return this.mark(plant, { kind: 'order', subject: payload.order, ...since(payload.at), reason: `shipment of order ${payload.order}` }); // prettier-ignore
  }

  @OnEvent('work-order.changed')
  resized({ plant, payload: { workOrder }, ...event }: DomainEvent<'work-order.changed'>): Promise<void> {
    return this.workOrder(plant, workOrder, event.at);
  }

  @OnEvent('work-order.finished')
  finished({ plant, payload }: DomainEvent<'work-order.finished'>): Promise<void> {
    return this.workOrder(plant, payload.workOrder, payload.at);
  }

  @OnEvent('work-order.cancelled')
  dropped({ plant, payload: { workOrder }, ...event }: DomainEvent<'work-order.cancelled'>): Promise<void> {
    return this.workOrder(plant, workOrder, event.at);
  }

  @OnEvent('stock.moved')
  moved({ plant, payload: { item, kind, at: when } }: DomainEvent<'stock.moved'>): Promise<void> {
    return this.mark(plant, { kind: 'stock', subject: item, ...since(when), reason: `${kind} of ${item}` });
  }

  @OnEvent('shift.changed')
  shifts({ plant, payload: { kind, fromAt, toAt } }: DomainEvent<'shift.changed'>): Promise<void> {
    if (fromAt === undefined || toAt === undefined) return Promise.resolve();
    return this.mark(plant, { kind: 'calendar', subject: '', fromAt: at(fromAt), toAt: at(toAt), reason: `exception: ${kind}` }); // prettier-ignore
  }

  @OnEvent('plant.changed')
  setUp({ plant, payload: { kind, id }, ...event }: DomainEvent<'plant.changed'>): Promise<void> {
    if (kind !== 'reason' && kind !== 'item') return Promise.resolve();
    return this.mark(plant, { kind, subject: id, ...since(event.at), reason: `${kind} ${id} changed` });
  }

  @OnEvent('notice.changed')
  noticed({ plant, payload: { notice }, ...event }: DomainEvent<'notice.changed'>): Promise<void> {
    return this.mark(plant, {
      kind: 'notice',
      subject: notice,
      ...since(event.at),
      reason: `notice ${notice}`,
    });
  }

  private async report(
    plant: string,
    {
      operation,
      workOrder,
      report,
      at: when,
    }: { operation: string; workOrder: string; report: string; at: string; station: string },
    reason: string,
  ): Promise<void> {
    const span = since(when);
    await this.mark(plant, { kind: 'report', subject: report, ...span, reason });
    await this.mark(plant, { kind: 'operation', subject: operation, ...span, reason });
    await this.mark(plant, { kind: 'work-order', subject: workOrder, ...span, reason });
  }

  private workOrder(plant: string, subject: string, when: string): Promise<void> {
    return this.mark(plant, { kind: 'work-order', subject, ...since(when), reason: `work order ${subject}` });
  }

  private mark(plant: string, mark: Mark): Promise<void> {
    return this.database.write(plant, (tx) => this.marks.add(tx, mark));
  }
}

/** The span of an instant. */
function since(instant: string): { fromAt: number; toAt: number } {
  return { fromAt: at(instant), toAt: at(instant) };
}
