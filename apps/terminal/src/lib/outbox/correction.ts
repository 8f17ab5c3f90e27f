import type { Entry, ReportBody } from './entry';

/** What a report says was made: its parts that people key in, read or scan. */
export type MadeParts = Pick<ReportBody, 'good' | 'scrap' | 'scrapReason' | 'rework' | 'lot' | 'reading'>;

/** Does an entry say what was made? What is lost with it has to be counted again. */
export function hasQuantity({ command }: Pick<Entry, 'command'>): boolean {
  if (command.kind !== 'report') return false;
  const { good, scrap, rework, reading } = command.body;
  return reading !== undefined || [good, scrap, rework].some((qty) => Number(qty ?? 0) > 0);
}

/** May the people at the screen put an entry right? Its contents were refused (422), and the form that made it can show them. */
export function canCorrect(entry: Entry): boolean {
  return entry.stage === 'refused' && entry.problem?.status === 422 && hasQuantity(entry);
}

/**
 * A report put right: the same deed, of the same people at the same time, with other contents.
 * @param body as it was refused
 * @param made all that was made; what is not there was not made
 */
export function correctedReport(body: ReportBody, made: MadeParts): ReportBody {
  const { good: _g, scrap: _s, scrapReason: _b, rework: _r, lot: _l, reading: _c, ...deed } = body;
  return { ...deed, ...made };
}

/**
 * The address of the form in which a refused report was keyed.
 * @param body the report
 * @param commandId its command
 */
export function formOf({ station, operation, type }: ReportBody, commandId: string): string {
  const query = new URLSearchParams({
    ...(station !== undefined && { station }),
    operation,
    ...(type === 'complete' && { finish: 'yes' }),
    correct: commandId,
  });
  return `/operator/made?${query.toString()}`;
}
