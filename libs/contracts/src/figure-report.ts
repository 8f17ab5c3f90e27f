import { z } from 'zod';
import { allow } from './role';
import { route } from './route';
import { Day, TopicId } from './scalar';

/** What a report of figures is about: the shifts of a production day side by side, a production day, a month. */
export const FigureReportSpan = z.enum(['shift', 'day', 'month']);
/** What a report of figures is about. */
export type FigureReportSpan = z.infer<typeof FigureReportSpan>;

/** How a report is written. */
export const FigureReportFormat = z.enum(['xlsx', 'pdf']);
/** How a report is written. */
export type FigureReportFormat = z.infer<typeof FigureReportFormat>;

/** Reports of figures as files. */
export const figureReportRoutes = {
  file: route({
    method: 'GET',
    path: '/figure-reports/:span/:format',
    access: allow.office,
    summary:
      'Every figure of the shifts of a day, of a day, or of its month, with stations, stops, scrap and late lines, in the language of the caller',
    raw: 'download',
    params: z.strictObject({ span: FigureReportSpan, format: FigureReportFormat }),
    query: z.strictObject({
      day: Day.describe('production day; of a month any day in it'),
      line: TopicId.optional().describe('absent: the whole plant'),
      shift: z
        .string()
        .max(80)
        .optional()
        .describe('of a report of shifts only this one, such as `2026-03-04T06:00/early`'),
    }),
    reply: z.any(),
    errors: ['kpi.window', 'reference.unknown'],
  }),
} as const;
