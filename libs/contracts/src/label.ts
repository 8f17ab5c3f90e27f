import { z } from 'zod';
import { form } from './form-words';
import { allow } from './role';
import { route } from './route';
import { Id } from './scalar';

/** What a label is for. Its code is read by scanners with the prefix of its kind: `LOT:…`, `OP:…`, `WO:…`, `SO:…`, `ST:…`, `ID:…`. */
export const LabelKind = z.enum(['lot', 'operation', 'work-order', 'order', 'station', 'badge']);
/** What a label is for. */
export type LabelKind = z.infer<typeof LabelKind>;

/** How the code of a label is drawn. */
export const Symbology = z.enum(['qr', 'code128']);
/** How the code of a label is drawn. */
export type Symbology = z.infer<typeof Symbology>;

/** How the code of a printed label is drawn; `gs1`: GS1-128 with trade item number, lot and expiry, for lots. */
export const PrintedSymbology = z.enum(['qr', 'code128', 'gs1']);
/** How the code of a printed label is drawn. */
export type PrintedSymbology = z.infer<typeof PrintedSymbology>;

/** Trade item number of GS1, 14 digits of which the last is the check digit. */
export const Gtin = z
  .string()
  .regex(/^\d{14}$/, form('14 digits, the last a check digit'))
  .refine((digits) => {
    const sum = [...digits]
      .slice(0, 13)
      .reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
    return (10 - (sum % 10)) % 10 === Number(digits[13]);
  }, form('14 digits, the last a check digit'))
  .describe('GTIN-14 with its check digit');

/** Labels for printers. */
export const labelRoutes = {
  zpl: route({
    method: 'GET',
    path: '/labels/:kind/:id/zpl',
    access: allow.floor,
    summary: 'A label in ZPL II, for a label printer of 203 dpi; badges by the id of the worker',
    raw: 'download',
    params: z.strictObject({ kind: LabelKind, id: Id }),
    query: z.strictObject({
      symbology: Symbology.default('qr'),
      copies: z.coerce.number().int().min(1).max(200).default(1),
    }),
    reply: z.any(),
    errors: ['thing.unknown', 'auth.forbidden'],
  }),
  pdf: route({
    method: 'GET',
    path: '/labels/:kind/:id/pdf',
    access: allow.floor,
    summary:
      'A label as PDF of 4 × 2.5 inches, a page a copy, for any printer; badges by the id of the worker',
    raw: 'download',
    params: z.strictObject({ kind: LabelKind, id: Id }),
    query: z
      .strictObject({
        symbology: PrintedSymbology.default('qr'),
        copies: z.coerce.number().int().min(1).max(200).default(1),
        gtin: Gtin.optional().describe('needed for gs1'),
      })
      .refine(({ symbology, gtin }) => symbology !== 'gs1' || gtin !== undefined, {
        path: ['gtin'],
        message: form('the trade item number of the item: GS1 knows a lot by it'),
      }),
    reply: z.any(),
    errors: ['thing.unknown', 'auth.forbidden', 'label.kind'],
  }),
} as const;
