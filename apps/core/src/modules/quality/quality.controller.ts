import { Controller } from '@nestjs/common';
import {
  qualityRoutes,
  type Check,
  type Hold,
  type InputOf,
  type Refusal,
  type ReplyOf,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { filterInstant, Handle, In, Who } from '../../platform/http';
import { CheckRepository } from './check.repository';
import { CheckService } from './check.service';
import { HoldRepository } from './hold.repository';
import { LotHoldService } from './lot-hold.service';
import { OperationHoldService } from './operation-hold.service';

/** Checks and holds over HTTP. */
@Controller()
export class QualityController {
  constructor(
    private readonly database: Database,
    private readonly checks: CheckRepository,
    private readonly recording: CheckService,
    private readonly holds: HoldRepository,
    private readonly operations: OperationHoldService,
    private readonly lots: LotHoldService,
  ) {}

  @Handle(qualityRoutes.checks)
  list(
    @In() { query }: InputOf<typeof qualityRoutes.checks>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof qualityRoutes.checks>> {
    const { from, to, ...filter } = query.filter;
    const window = { from: filterInstant('from', from), to: filterInstant('to', to) };
    return this.database.read(caller.plant, (tx) => this.checks.page(tx, { ...filter, ...window }, query));
  }

  @Handle(qualityRoutes.words)
  words(@Who() caller: Caller): Promise<ReplyOf<typeof qualityRoutes.words>> {
    return this.database.read(caller.plant, (tx) => this.checks.words(tx));
  }

  @Handle(qualityRoutes.check)
  check(@In() input: InputOf<typeof qualityRoutes.check>, @Who() caller: Caller): Promise<Check | Refusal> {
    return this.recording.record(caller, input);
  }

  @Handle(qualityRoutes.holds)
  listHolds(
    @In() { query }: InputOf<typeof qualityRoutes.holds>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof qualityRoutes.holds>> {
    return this.database.read(caller.plant, (tx) => this.holds.page(tx, query.filter, query));
  }

  @Handle(qualityRoutes.holdOperation)
  holdOperation(
    @In() input: InputOf<typeof qualityRoutes.holdOperation>,
    @Who() caller: Caller,
  ): Promise<Hold | Refusal> {
    return this.operations.hold(caller, input);
  }

  @Handle(qualityRoutes.holdLot)
  holdLot(
    @In() input: InputOf<typeof qualityRoutes.holdLot>,
    @Who() caller: Caller,
  ): Promise<Hold | Refusal> {
    return this.lots.hold(caller, input);
  }

  @Handle(qualityRoutes.releaseLot)
  releaseLot(
    @In() input: InputOf<typeof qualityRoutes.releaseLot>,
    @Who() caller: Caller,
  ): Promise<Hold[] | Refusal> {
    return this.lots.release(caller, input);
  }
}
