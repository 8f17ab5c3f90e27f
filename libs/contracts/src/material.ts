import { z } from 'zod';
import { BomLine, BomLines } from './item';
import { allow } from './role';
import { route } from './route';
import { Id, Quantity, ReasonText } from './scalar';

/** A component of a work order: what the bill of materials said at the release, or what was decided for this one. */
export const WorkOrderMaterial = z.object({
  ...BomLine.shape,
  operationNo: z.number().int().describe('consumed by this operation'),
  qty: Quantity.describe('for the whole work order'),
  qtyShort: Quantity.describe('neither there nor made here: the operation waits for it'),
});
/** A component of a work order. */
export type WorkOrderMaterial = z.infer<typeof WorkOrderMaterial>;

/** The components of a work order. */
export const WorkOrderMaterials = z.object({
  workOrder: Id,
  materials: z.array(WorkOrderMaterial),
  revision: z.number().int().describe('of the work order'),
});
/** The components of a work order. */
export type WorkOrderMaterials = z.infer<typeof WorkOrderMaterials>;

const Params = z.strictObject({ workOrder: Id });

/** Components of single work orders. */
export const materialRoutes = {
  get: route({
    method: 'GET',
    path: '/work-orders/:workOrder/materials',
    access: allow.anyone,
    summary: 'What a work order consumes',
    params: Params,
    reply: WorkOrderMaterials,
    errors: ['thing.unknown'],
  }),
  put: route({
    method: 'PUT',
    path: '/work-orders/:workOrder/materials',
    access: allow.leads,
    summary: 'Replace what this work order consumes from now on; what has been consumed stays',
    ifMatch: true,
    params: Params,
    body: z.strictObject({
      lines: BomLines,
      reason: ReasonText,
    }),
    reply: WorkOrderMaterials,
    errors: [
      'thing.unknown',
      'work-order.closed',
      'reference.unknown',
      'routing.invalid',
      'bom.cycle',
      'revision.stale',
    ],
  }),
} as const;
