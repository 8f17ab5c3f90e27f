import { z } from 'zod';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Name } from './scalar';

/** A customer with its service rules. */
export const Customer = z.object({
  id: Id,
  name: Name,
  nameZh: Name.optional(),
  weight: z.number().int().min(1).max(100).describe('what lateness of its orders costs, against others'),
  minRemainingLifeDays: z
    .number()
    .int()
    .min(0)
    .max(3650)
    .describe('shelf life that must be left at shipment'),
  priceGroup: Id.nullable().default(null),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A customer. */
export type Customer = z.infer<typeof Customer>;

/** Customers. */
export const customerRoutes = {
  list: route({
    method: 'GET',
    path: '/customers',
    access: allow.office,
    summary: 'Customers',
    query: listQuery(['active'], ['id', 'name']),
    reply: pageOf(Customer),
  }),
  put: route({
    method: 'PUT',
    path: '/customers/:customer',
    access: allow.planners,
    summary: 'Create or change a customer',
    params: z.strictObject({ customer: Id }),
    body: z.strictObject(Customer.omit({ id: true, revision: true }).shape),
    reply: Customer,
    errors: ['revision.stale'],
  }),
} as const;
