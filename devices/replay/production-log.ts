import { DateTime } from 'luxon';
import Papa from 'papaparse';
import { z } from 'zod';

/** What a stretch of work was. */
export type Work = 'run' | 'setup' | 'other';

/** One report of a production log: a stretch of work of one person on an operation at a station. */
export interface Stretch {
  readonly workOrder: string;
  /** its number within the order */
  readonly event: number;
  readonly part: string;
  readonly orderQty: number;
  readonly operation: string;
  readonly station: string;
  readonly worker: string;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, not before the start */
  readonly endAt: number;
  readonly work: Work;
  /** pieces completed */
  readonly qty: number;
  /** the pieces were worked on again */
  readonly isRework: boolean;
  /** pieces held for review */
  readonly qtyHeld: number;
}

const WORK: Readonly<Record<string, Work>> = { D: 'run', S: 'setup', B: 'other' };
const text = z.string().trim().min(1);
const pieces = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/, 'a whole number of pieces')
  .transform(Number);
const number = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'a whole number')
  .transform(Number);
const perhaps = z
  .string()
  .trim()
  .transform((value) => (value === '' ? '0' : value))
  .pipe(pieces);

const Row = z.object({
  work_order: text,
  event: number,
  part: text,
  order_qty: pieces,
  operation: text,
  station: text,
  worker: text,
  start: text,
  complete: text,
  report_type: z.enum(['D', 'S', 'B']),
  qty_completed: perhaps,
  rework: z.enum(['Y', 'N', '']),
  qty_mrb: perhaps,
});

const FAULTS_SHOWN = 20;
/** the header is line 1 */
const FIRST_LINE = 2;

/**
 * Reads a production log: CSV with the columns work_order, event, part, order_qty, operation, station, worker, start, complete (local time),
 * report_type (D production, S set-up, B neither), qty_completed, rework (Y or N), qty_mrb.
 * @param zone IANA name of the zone of its times
 * @returns stretches by their start; of one start in the order of the file
 * @throws Error with the faults by line and column, 20 at most
 */
export function readProductionLog(csv: string, zone: string): Stretch[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: 'greedy' });
  const faults: string[] = [];
  const stretches: Stretch[] = [];
  data.forEach((raw, i) => {
    const parsed = Row.safeParse(raw);
    const line = i + FIRST_LINE;
    if (!parsed.success)
      faults.push(
        ...parsed.error.issues.map(
          ({ path, message }) =>
            `line ${line}, ${path.join('.')}: ${message}, not "${raw[String(path[0])] ?? ''}"`,
        ),
      );
    else {
      const stretch = stretchOf(parsed.data, zone);
      if (typeof stretch === 'string') faults.push(`line ${line}: ${stretch}`);
      else stretches.push(stretch);
    }
  });
  if (data.length === 0) faults.push('there is no line with a report in it');
  if (faults.length > 0)
    throw new Error(
      `This is not a production log that can be played (${faults.length} faults):\n  ${faults.slice(0, FAULTS_SHOWN).join('\n  ')}\nMaybe compare its columns with those in devices/replay/README.md.`,
    );
  return stretches.sort((a, b) => a.startAt - b.startAt);
}

function stretchOf(row: z.output<typeof Row>, zone: string): Stretch | string {
  const [startAt, endAt] = [row.start, row.complete].map((time) =>
    DateTime.fromISO(time, { zone }).toMillis(),
  );
  if (startAt === undefined || endAt === undefined || Number.isNaN(startAt) || Number.isNaN(endAt))
    return `start "${row.start}" or complete "${row.complete}" is not a time such as 2012-01-31T07:45`;
  if (endAt < startAt) return `complete ${row.complete} is before start ${row.start}`;
  return {
    workOrder: row.work_order,
    event: row.event,
    part: row.part,
    orderQty: row.order_qty,
    operation: row.operation,
    station: row.station,
    worker: row.worker,
    startAt,
    endAt,
    work: WORK[row.report_type] ?? 'other',
    qty: row.qty_completed,
    isRework: row.rework === 'Y',
    qtyHeld: row.qty_mrb,
  };
}
