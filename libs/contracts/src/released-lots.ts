import { z } from 'zod';
import { DecimalText, Id } from './scalar';

/** What a release made of the item that was asked for; work orders for its components are not among them. */
export const ReleasedLots = z.object({
  qtyAsked: DecimalText,
  qtyReleased: DecimalText,
  rounded: z.boolean().describe('more than was asked: what is made to stock is made in full lots'),
  workOrders: z.array(z.object({ id: Id, qty: DecimalText })).min(1),
});
/** What a release made. */
export type ReleasedLots = z.infer<typeof ReleasedLots>;
