import { Controller, StreamableFile } from '@nestjs/common';
import {
  allow,
  isRefusal,
  labelRoutes,
  refuse,
  type CallerKind,
  type InputOf,
  type Refusal,
} from '@takt/contracts';
import { drawnCode, zplLabel, type Label } from '@takt/production';
import { currentContext, type Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { MEDIA } from '../../platform/document';
import { Handle, In, Who } from '../../platform/http';
import { PlantRepository } from '../plant';
import { labelPdf } from './label-pdf';
import { LabelRepository } from './label.repository';

const MAY_PRINT_BADGES: readonly CallerKind[] = allow.leads;

/** Labels for printers over HTTP. */
@Controller()
export class LabelController {
  constructor(
    private readonly database: Database,
    private readonly labels: LabelRepository,
    private readonly plants: PlantRepository,
  ) {}

  @Handle(labelRoutes.zpl)
  async zpl(
    @In() { params, query }: InputOf<typeof labelRoutes.zpl>,
    @Who() caller: Caller,
  ): Promise<StreamableFile | Refusal> {
    const label = await this.label(caller, params);
    if (isRefusal(label)) return label;
    const code = drawnCode(label, params.kind, query.symbology, query.gtin);
    if (isRefusal(code)) return code;
    const zpl = zplLabel(label, code, query.copies);
    return new StreamableFile(Buffer.from(zpl, 'utf8'), {
      type: 'application/zpl; charset=utf-8',
      disposition: `attachment; filename="${params.kind}.zpl"`,
    });
  }

  @Handle(labelRoutes.pdf)
  async pdf(
    @In() { params, query }: InputOf<typeof labelRoutes.pdf>,
    @Who() caller: Caller,
  ): Promise<StreamableFile | Refusal> {
    const label = await this.label(caller, params);
    if (isRefusal(label)) return label;
    const code = drawnCode(label, params.kind, query.symbology, query.gtin);
    if (isRefusal(code)) return code;
    return new StreamableFile(await labelPdf(label, code, query.copies), {
      type: MEDIA.pdf,
      disposition: `attachment; filename="${params.kind}.pdf"`,
    });
  }

  private async label(
    caller: Caller,
    params: InputOf<typeof labelRoutes.zpl>['params'],
  ): Promise<Label | Refusal> {
    // A badge opens the terminals: nobody prints one for another.
    if (params.kind === 'badge' && !MAY_PRINT_BADGES.includes(caller.rights))
      return refuse('auth.forbidden', { roles: MAY_PRINT_BADGES.join(', ') });
    const language = currentContext()?.language ?? 'en';
    const label = await this.database.read(caller.plant, async (tx) => {
      const timeZone = (await this.plants.plant(tx))?.timeZone ?? 'UTC';
      return this.labels.find(tx, params, { language, timeZone });
    });
    return label ?? refuse('thing.unknown', { kind: params.kind.replace('-', ' '), id: params.id });
  }
}
