import { z } from 'zod';
import { allow } from './role';
import { Fault } from './problem';
import { route } from './route';
import { Instant, Uuid } from './scalar';

/** Sheets that an import may hold, in the order in which they depend on each other. */
export const IMPORT_SHEETS = [
  'skills',
  'reasons',
  'shifts',
  'lines',
  'changeovers',
  'stations',
  'workers',
  'items',
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

/** Largest file, in bytes. */
export const IMPORT_BYTES_MAX = 20_971_520;
/** Most rows of a file, over all its sheets. */
export const IMPORT_ROWS_MAX = 200_000;

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
    Fault.extend({
      sheet: z.string(),
      row: z.number().int().nullable().describe('as the file counts: the header is row 1'),
      column: z.string().nullable().describe('header of the column'),
    }),
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
    bodyLimit: IMPORT_BYTES_MAX,
    reply: ImportResult,
    errors: ['import.unreadable', 'request.too-large'],
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
