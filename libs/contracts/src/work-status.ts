import { z } from 'zod';

/** Life of a work order. */
export const WORK_ORDER_STATUSES = ['released', 'running', 'done', 'cancelled'] as const;
/** One of {@link WORK_ORDER_STATUSES}. */
export const WorkOrderStatus = z.enum(WORK_ORDER_STATUSES);
/** Status of a work order. */
export type WorkOrderStatus = z.infer<typeof WorkOrderStatus>;

/** Life of an operation. `waiting`: an earlier operation or material is missing; `ready`: can start. */
export const OPERATION_STATUSES = [
  'waiting',
  'ready',
  'running',
  'paused',
  'held',
  'done',
  'cancelled',
] as const;
/** One of {@link OPERATION_STATUSES}. */
export const OperationStatus = z.enum(OPERATION_STATUSES);
/** Status of an operation. */
export type OperationStatus = z.infer<typeof OperationStatus>;

/** Why a work order exists. */
export const WorkOrderKind = z.enum(['make-to-order', 'make-to-stock', 'rework', 'import']);
/** Why a work order exists. */
export type WorkOrderKind = z.infer<typeof WorkOrderKind>;
