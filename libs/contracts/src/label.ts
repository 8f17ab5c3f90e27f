import { z } from 'zod';
import { allow } from './role';
import { route } from './route';
import { Gtin, Id } from './scalar';

/** What a label is for. Its code is read by scanners with the prefix of its kind: `LOT:…`, `OP:…`, `WO:…`, `SO:…`, `ST:…`, `ID:…`. */
export const LabelKind = z.enum(['lot', 'operation', 'work-order', 'order', 'station', 'badge']);
/** What a label is for. */
export type LabelKind = z.infer<typeof LabelKind>;

/** How the code of a label is drawn; `gs1`: GS1-128 with trade item number, expiry and lot, for lots of items that have such a number. */
export const Symbology = z.enum(['qr', 'code128', 'gs1']);
/** How the code of a label is drawn. */
export type Symbology = z.infer<typeof Symbology>;

const LabelQuery = z.strictObject({
  symbology: Symbology.default('qr'),
  copies: z.coerce.number().int().min(1).max(200).default(1),
  gtin: Gtin.optional().describe('for gs1, instead of the number of the item'),
});

/** Labels for printers. */
export const labelRoutes = {
  zpl: route({
    method: 'GET',
    path: '/labels/:kind/:id/zpl',
    access: allow.floor,
    summary: 'A label in ZPL II, for a label printer of 203 dpi; badges by the id of the worker',
    raw: 'download',
    params: z.strictObject({ kind: LabelKind, id: Id }),
    query: LabelQuery,
    reply: z.any(),
    errors: ['thing.unknown', 'auth.forbidden', 'label.kind', 'label.gtin'],
  }),
  pdf: route({
    method: 'GET',
    path: '/labels/:kind/:id/pdf',
    access: allow.floor,
    summary:
      'A label as PDF of 4 × 2.5 inches, a page a copy, for any printer; badges by the id of the worker',
    raw: 'download',
    params: z.strictObject({ kind: LabelKind, id: Id }),
    query: LabelQuery,
    reply: z.any(),
    errors: ['thing.unknown', 'auth.forbidden', 'label.kind', 'label.gtin'],
  }),
} as const;
