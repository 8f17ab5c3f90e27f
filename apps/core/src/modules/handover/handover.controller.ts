import { Controller } from '@nestjs/common';
import { handoverRoutes, type Handover, type InputOf, type Refusal, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { Handle, In, Who } from '../../platform/http';
import { HandoverRepository } from './handover.repository';
import { HandoverService } from './handover.service';

/** Handover between shifts over HTTP. */
@Controller()
export class HandoverController {
  constructor(
    private readonly database: Database,
    private readonly handovers: HandoverService,
    private readonly kept: HandoverRepository,
  ) {}

  @Handle(handoverRoutes.preview)
  preview(
    @In() input: InputOf<typeof handoverRoutes.preview>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof handoverRoutes.preview> | Refusal> {
    return this.handovers.preview(caller.plant, input);
  }

  @Handle(handoverRoutes.close)
  close(
    @In() input: InputOf<typeof handoverRoutes.close>,
    @Who() caller: Caller,
  ): Promise<Handover | Refusal> {
    return this.handovers.close(caller, input);
  }

  @Handle(handoverRoutes.list)
  list(
    @In() { query }: InputOf<typeof handoverRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof handoverRoutes.list>> {
    return this.database.read(caller.plant, (tx) => this.kept.page(tx, query.filter, query));
  }
}
