import { addDays, startOfDay } from '@takt/calendar';
import type { FigureReportSpan } from '@takt/contracts';

/** The days of a report. */
export interface ReportWindow {
  /** instants of the plant's midnights, as figures are asked for */
  readonly from: string;
  readonly to: string;
  /** what it is called: a day, or a month */
  readonly label: string;
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The window of a report about a day: the day itself, or its month. */
export function reportWindow(span: FigureReportSpan, day: string, zone: string): ReportWindow {
  const first = span === 'month' ? monthOf(day) : day;
  const next = span === 'month' ? monthOf(addDays(first, 32)) : addDays(day, 1);
  const iso = (one: string): string => new Date(startOfDay(one, zone)).toISOString();
  return { from: iso(first), to: iso(next), label: span === 'month' ? first.slice(0, 7) : day };
}
