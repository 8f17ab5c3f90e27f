import { Controller, StreamableFile } from '@nestjs/common';
import { importRoutes, type ImportResult, type InputOf, type Refusal } from '@takt/contracts';
import { currentContext, type Caller } from '../../platform/context';
import { Handle, In, Upload, Uploaded, Who, type UploadedFile } from '../../platform/http';
import { ImportService } from './import.service';
import { templateWorkbook } from './template';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Imports over HTTP. */
@Controller()
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Handle(importRoutes.check)
  @Upload(importRoutes.check)
  check(@Uploaded() file: UploadedFile, @Who() caller: Caller): Promise<ImportResult | Refusal> {
    return this.imports.check(caller.plant, file.originalname, file.buffer);
  }

  @Handle(importRoutes.commit)
  commit(
    @In() { params }: InputOf<typeof importRoutes.commit>,
    @Who() caller: Caller,
  ): Promise<ImportResult | Refusal> {
    return this.imports.commit(caller.plant, params.import);
  }

  @Handle(importRoutes.list)
  list(@Who() caller: Caller): Promise<ImportResult[]> {
    return this.imports.list(caller.plant);
  }

  @Handle(importRoutes.template)
  async template(): Promise<StreamableFile> {
    const workbook = await templateWorkbook(currentContext()?.language ?? 'en');
    return new StreamableFile(workbook, {
      type: XLSX,
      disposition: 'attachment; filename="takt-import.xlsx"',
    });
  }
}
