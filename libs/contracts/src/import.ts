import { z } from 'zod';
import { allow } from './role';
import { Fault } from './problem';
import { route } from './route';
import { Instant, Uuid } from './scalar';

/** Sheets that an import may hold, in the order in which they depend on each other. */
export const IMPORT_SHEETS = [
  'lines',
  'stations',
  'skills',
  'reasons',
  'shifts',
  'workers',
  'items',
  'changeovers',
  'routings',
  'boms',
  'customers',
  'stock',
  'orders',
] as const;
/** One of {@link IMPORT_SHEETS}. */
export const ImportSheet = z.enum(IMPORT_SHEETS);
/** Name of a sheet. */
export type ImportSheet = z.infer<typeof ImportSheet>;

/** What an import would do, or did: per sheet so many new, changed and unchanged rows, and every fault. */
export const ImportResult = z.object({
  id: Uuid,
  file: z.string(),
  status: z.enum(['checked', 'faulty', 'committed']),
  sheets: z.array(
    z.object({
      sheet: ImportSheet,
      rows: z.number().int(),
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
    }),
  ),
  faults: z.array(
    Fault.extend({ sheet: z.string(), row: z.number().int().nullable(), column: z.string().nullable() }),
  ),
  checkedAt: Instant,
  committedAt: Instant.nullable(),
});
/** What an import would do, or did. */
export type ImportResult = z.infer<typeof ImportResult>;

/** Import of master data from Excel or CSV. */
export const importRoutes = {
  check: route({
    method: 'POST',
    path: '/imports',
    access: allow.admins,
    summary:
      'Dry run: reads an .xlsx (a sheet per kind) or a .csv (named after its kind) and lists every fault',
    status: 201,
    raw: 'file',
    bodyLimit: 20_971_520,
    reply: ImportResult,
    errors: ['import.unreadable'],
  }),
  commit: route({
    method: 'POST',
    path: '/imports/:import/commit',
    access: allow.admins,
    summary: 'Import what the dry run checked: all of it or nothing',
    params: z.strictObject({ import: Uuid }),
    reply: ImportResult,
    errors: ['thing.unknown', 'import.faulty', 'import.stale'],
  }),
  list: route({
    method: 'GET',
    path: '/imports',
    access: allow.admins,
    summary: 'Imports, newest first',
    reply: z.array(ImportResult),
  }),
  template: route({
    method: 'GET',
    path: '/imports/template',
    access: allow.admins,
    summary: 'Excel file with a sheet per kind and an example row',
    raw: 'download',
    reply: z.unknown(),
  }),
} as const;
