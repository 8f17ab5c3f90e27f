import {
  OPERATION_STATUSES,
  ORDER_LINE_STATUSES,
  WORK_ORDER_STATUSES,
  type OperationStatus,
  type OrderLineStatus,
  type WorkOrderStatus,
} from '@takt/contracts';
import { lifeCycleFaults, type LifeCycle } from './life-cycle';

/** What can be done to an operation. `ready`, `wait` and `revive` follow from other operations; the rest is done by people. */
export type OperationVerb =
  | 'ready'
  | 'wait'
  | 'start'
  | 'pause'
  | 'resume'
  | 'quantity'
  | 'complete'
  | 'hold'
  | 'release'
  | 'cancel'
  | 'revive'
  | 'reverse-start'
  | 'reopen';

/** Life of an operation. */
export const operationLife: LifeCycle<OperationStatus, OperationVerb> = {
  subject: 'operation',
  statuses: OPERATION_STATUSES,
  initial: ['waiting', 'ready'],
  steps: [
    { step: 'ready', from: ['waiting'], to: ['ready'] },
    { step: 'wait', from: ['ready'], to: ['waiting'] },
    { step: 'start', from: ['ready'], to: ['running'] },
    { step: 'pause', from: ['running'], to: ['paused'] },
    { step: 'resume', from: ['paused'], to: ['running'] },
    { step: 'quantity', from: ['running'], to: ['running'] },
    { step: 'quantity', from: ['paused'], to: ['paused'] },
    { step: 'quantity', from: ['held'], to: ['held'] },
    { step: 'quantity', from: ['cancelled'], to: ['cancelled'] }, // made before the news arrived: kept and raised
    { step: 'complete', from: ['running', 'paused'], to: ['done'] },
    { step: 'complete', from: ['cancelled'], to: ['cancelled'] },
    { step: 'hold', from: ['waiting', 'ready', 'running', 'paused'], to: ['held'] },
    { step: 'release', from: ['held'], to: ['waiting', 'ready', 'paused'] },
    { step: 'cancel', from: ['waiting', 'ready', 'running', 'paused', 'held'], to: ['cancelled'] },
    { step: 'revive', from: ['cancelled'], to: ['waiting'] }, // it had nothing to work on, and now has
    { step: 'reverse-start', from: ['running', 'paused'], to: ['ready'] },
    { step: 'reopen', from: ['done'], to: ['paused'] },
  ],
};

/** What can happen to a work order. */
export type WorkOrderVerb = 'start' | 'finish' | 'cancel' | 'reverse-start' | 'reopen';

/** Life of a work order. */
export const workOrderLife: LifeCycle<WorkOrderStatus, WorkOrderVerb> = {
  subject: 'work order',
  statuses: WORK_ORDER_STATUSES,
  initial: ['released'],
  steps: [
    { step: 'start', from: ['released'], to: ['running'] },
    { step: 'finish', from: ['running', 'released'], to: ['done'] },
    { step: 'cancel', from: ['released', 'running'], to: ['cancelled'] },
    { step: 'reverse-start', from: ['running'], to: ['released'] },
    { step: 'reopen', from: ['done'], to: ['running'] },
  ],
};

/** What can happen to an order line. */
export type OrderLineVerb = 'produce' | 'prepare' | 'ship' | 'change' | 'cancel' | 'return';

/** Life of an order line. A change of quantity can lead back: a line that was ready is open again. */
export const orderLineLife: LifeCycle<OrderLineStatus, OrderLineVerb> = {
  subject: 'order line',
  statuses: ORDER_LINE_STATUSES,
  initial: ['open', 'ready'],
  steps: [
    { step: 'produce', from: ['open'], to: ['in-production'] },
    { step: 'prepare', from: ['open', 'in-production'], to: ['ready'] },
    {
      step: 'ship',
      from: ['open', 'in-production', 'ready', 'part-shipped'],
      to: ['part-shipped', 'shipped'],
    },
    { step: 'change', from: ['open', 'in-production', 'ready'], to: ['open', 'in-production', 'ready'] },
    { step: 'change', from: ['part-shipped'], to: ['part-shipped', 'shipped'] },
    {
      step: 'cancel',
      from: ['open', 'in-production', 'ready', 'part-shipped'],
      to: ['cancelled', 'shipped'],
    },
    { step: 'return', from: ['shipped', 'part-shipped'], to: ['open', 'ready', 'part-shipped'] },
  ],
};

/** Every fault in the tables above; core refuses to start unless it is empty. */
export function productionLifeFaults(): string[] {
  return [operationLife, workOrderLife, orderLineLife].flatMap((life) => lifeCycleFaults(life));
}
