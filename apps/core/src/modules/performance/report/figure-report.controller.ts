import { Controller, StreamableFile } from '@nestjs/common';
import { figureReportRoutes, isRefusal, type InputOf, type Refusal } from '@takt/contracts';
import { currentContext, type Caller } from '../../../platform/context';
import { MEDIA, pdfOf, workbookOf } from '../../../platform/document';
import { Handle, In, Who } from '../../../platform/http';
import { FigureReportService } from './figure-report.service';

/** Reports as files over HTTP. */
@Controller()
export class FigureReportController {
  constructor(private readonly reports: FigureReportService) {}

  @Handle(figureReportRoutes.file)
  async file(
    @In() { params: { span, format }, query }: InputOf<typeof figureReportRoutes.file>,
    @Who() caller: Caller,
  ): Promise<StreamableFile | Refusal> {
    const language = currentContext()?.language ?? 'en';
    const report = await this.reports.report(caller.plant, { span, ...query, language });
    if (isRefusal(report)) return report;
    const bytes = await (format === 'pdf' ? pdfOf(report) : workbookOf(report));
    return new StreamableFile(bytes, {
      type: MEDIA[format],
      disposition: `attachment; filename="${span}-${query.day}.${format}"`,
    });
  }
}
