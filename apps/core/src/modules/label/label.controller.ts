import { Controller, StreamableFile } from '@nestjs/common';
import { allow, labelRoutes, refuse, type CallerKind, type InputOf, type Refusal } from '@takt/contracts';
import { zplLabel } from '@takt/production';
import { currentContext, type Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { Handle, In, Who } from '../../platform/http';
import { PlantRepository } from '../plant';
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
    // A badge opens the terminals: nobody prints one for another.
    if (params.kind === 'badge' && !MAY_PRINT_BADGES.includes(caller.rights))
      return refuse('auth.forbidden', { roles: MAY_PRINT_BADGES.join(', ') });
    const language = currentContext()?.language ?? 'en';
    const label = await this.database.read(caller.plant, async (tx) => {
      const timeZone = (await this.plants.plant(tx))?.timeZone ?? 'UTC';
      return this.labels.find(tx, params, { language, timeZone });
    });
    if (!label) return refuse('thing.unknown', { kind: params.kind.replace('-', ' '), id: params.id });
    const zpl = zplLabel(label, query.symbology, query.copies);
    return new StreamableFile(Buffer.from(zpl, 'utf8'), {
      type: 'application/zpl; charset=utf-8',
      disposition: `attachment; filename="${params.kind}.zpl"`,
    });
  }
}
