import { Injectable } from '@nestjs/common';
import { isRefusal, type FigureReportFormat, type Refusal } from '@takt/contracts';
import { MEDIA, pdfOf, workbookOf } from '../../../platform/document';
import { FigureReportService } from './figure-report.service';
import type { AskedReport } from './report-figures';

/** A report as a file. */
export interface WrittenReport {
  readonly title: string;
  /** plant, place, period, when it was written */
  readonly about: readonly string[];
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Writes reports as files. */
@Injectable()
export class ReportWriter {
  constructor(private readonly reports: FigureReportService) {}

  /** A report as a file. @returns reference.unknown: no such line or shift */
  async write(
    plant: string,
    asked: AskedReport,
    format: FigureReportFormat,
  ): Promise<WrittenReport | Refusal> {
    const report = await this.reports.report(plant, asked);
    if (isRefusal(report)) return report;
    const bytes = await (format === 'pdf' ? pdfOf(report) : workbookOf(report));
    const of =
      asked.shift?.replace(/[^\w-]/g, '-') ?? (asked.span === 'month' ? asked.day.slice(0, 7) : asked.day);
    const { title, about } = report;
    return { title, about, fileName: `${asked.span}-${of}.${format}`, mediaType: MEDIA[format], bytes };
  }
}
