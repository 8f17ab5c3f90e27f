import type { DomainEvent, EventPayload } from '@takt/contracts';
import type { Mark } from '../cube/cube';

/** What of an event is needed to know what it has changed. */
type Told<N extends DomainEvent['name']> = Pick<DomainEvent<N>, 'name' | 'at' | 'payload'>;
type Marking = { readonly [N in DomainEvent['name']]?: (event: Told<N>) => readonly Mark[] };

const at = (instant: string): number => Date.parse(instant);

/** A fact that has changed at instants. */
function changed(kind: Mark['kind'], subject: string, reason: string, ...instants: string[]): Mark[] {
  return instants.map((instant) => ({ kind, subject, fromAt: at(instant), toAt: at(instant), reason }));
}

function reported(
  {
    report,
    operation,
    workOrder,
    at: when,
  }: Pick<EventPayload<'report.recorded'>, 'report' | 'operation' | 'workOrder' | 'at'>,
  reason: string,
): Mark[] {
  return [
    ...changed('report', report, reason, when),
    ...changed('operation', operation, reason, when),
    ...changed('work-order', workOrder, reason, when),
  ];
}

const marking = {
  'history.restated': ({ payload: { station, fromAt, toAt, why } }) => [
    {
      kind: 'station',
      subject: station,
      fromAt: at(fromAt),
      toAt: at(toAt),
      reason: `${why} messages of ${station}`,
    },
  ],
  'stop.changed': ({ at: when, payload: { stop, explained } }) =>
    explained ? changed('stop', stop, `stop ${stop} explained`, when) : [],
  'report.recorded': ({ payload }) => reported(payload, `report ${payload.report}`),
  'report.reversed': ({ payload }) => reported(payload, `report ${payload.reverses} taken back`),
  'operation.changed': ({ at: when, payload: { operation, fields } }) =>
    fields.includes('qtyTarget')
      ? changed('operation', operation, `operation ${operation} changed`, when)
      : [],
  'worker.badged': ({ payload: { worker, at: when } }) =>
    changed('attendance', worker, `badge of ${worker}`, when),
  'order.created': ({ at: when, payload: { order } }) => changed('order', order, `order ${order}`, when),
  'order.changed': ({ at: when, payload: { order, wasDue = [] } }) =>
    changed('order', order, `order ${order} changed`, when, ...wasDue),
  'order.cancelled': ({ at: when, payload: { order } }) =>
    changed('order', order, `order ${order} cancelled`, when),
  'order.promised': ({ at: when, payload: { order, previousAt } }) =>
    changed('order', order, `promise of order ${order}`, when, ...(previousAt === null ? [] : [previousAt])),
  'order.shipped': ({ payload: { order, at: when } }) =>
    changed('order', order, `shipment of order ${order}`, when),
  'work-order.changed': ({ at: when, payload: { workOrder } }) =>
    changed('work-order', workOrder, `work order ${workOrder}`, when),
  'work-order.finished': ({ payload: { workOrder, at: when } }) =>
    changed('work-order', workOrder, `work order ${workOrder}`, when),
  'work-order.cancelled': ({ at: when, payload: { workOrder } }) =>
    changed('work-order', workOrder, `work order ${workOrder}`, when),
  'stock.moved': ({ payload: { item, kind, at: when } }) =>
    changed('stock', item, `${kind} of ${item}`, when),
  'shift.changed': ({ payload: { kind, fromAt, toAt } }) =>
    fromAt === undefined || toAt === undefined
      ? []
      : [{ kind: 'calendar', subject: '', fromAt: at(fromAt), toAt: at(toAt), reason: `exception: ${kind}` }],
  'plant.changed': ({ at: when, payload: { kind, id } }) =>
    kind === 'reason' || kind === 'item' ? changed(kind, id, `${kind} ${id} changed`, when) : [],
  'notice.changed': ({ at: when, payload: { notice } }) =>
    changed('notice', notice, `notice ${notice}`, when),
} satisfies Marking;

/** Events that change what figures are made of. */
export type MarkingEvent = keyof typeof marking;
/** Their names. */
export const MARKING_EVENTS = Object.keys(marking) as MarkingEvent[];

/** What has changed with an event: the figures that these facts touch are counted anew. */
export function marksOf<N extends MarkingEvent>(event: Told<N>): readonly Mark[] {
  return (marking[event.name] as (event: Told<N>) => readonly Mark[])(event);
}
