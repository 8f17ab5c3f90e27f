import { Controller, StreamableFile } from '@nestjs/common';
import { figureReportRoutes, isRefusal, type InputOf, type Refusal } from '@takt/contracts';
import { currentContext, type Caller } from '../../../platform/context';
import { Handle, In, Who } from '../../../platform/http';
import { ReportWriter } from './report-writer';

/** Reports as files over HTTP. */
@Controller()
export class FigureReportController {
  constructor(private readonly reports: ReportWriter) {}

  @Handle(figureReportRoutes.file)
  async file(
    @In() { params: { span, format }, query }: InputOf<typeof figureReportRoutes.file>,
    @Who() caller: Caller,
  ): Promise<StreamableFile | Refusal> {
    const language = currentContext()?.language ?? 'en';
    const file = await this.reports.write(caller.plant, { span, ...query, language }, format);
    if (isRefusal(file)) return file;
    return new StreamableFile(file.bytes, {
      type: file.mediaType,
      disposition: `attachment; filename="${file.fileName}"`,
    });
  }
}
