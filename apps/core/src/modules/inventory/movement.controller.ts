import { Controller } from '@nestjs/common';
import { movementRoutes, type InputOf, type Movement, type Refusal, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { StockCommandService } from './stock-command.service';
import { StockReviewService } from './stock-review.service';

/** Movements by hand, stock below zero, and waste over HTTP. */
@Controller()
export class MovementController {
  constructor(
    private readonly commands: StockCommandService,
    private readonly reviews: StockReviewService,
  ) {}

  @Handle(movementRoutes.transfer)
  transfer(
    @In() { body }: InputOf<typeof movementRoutes.transfer>,
    @Who() caller: Caller,
  ): Promise<Movement[] | Refusal> {
    return this.commands.transfer(caller, body);
  }

  @Handle(movementRoutes.giveBack)
  giveBack(
    @In() { body }: InputOf<typeof movementRoutes.giveBack>,
    @Who() caller: Caller,
  ): Promise<Movement[] | Refusal> {
    return this.commands.giveBack(caller, body);
  }

  @Handle(movementRoutes.issue)
  issue(
    @In() { body }: InputOf<typeof movementRoutes.issue>,
    @Who() caller: Caller,
  ): Promise<Movement[] | Refusal> {
    return this.commands.issue(caller, body);
  }

  @Handle(movementRoutes.scrap)
  scrap(
    @In() { body }: InputOf<typeof movementRoutes.scrap>,
    @Who() caller: Caller,
  ): Promise<Movement[] | Refusal> {
    return this.commands.scrap(caller, body);
  }

  @Handle(movementRoutes.exceptions)
  exceptions(@Who() caller: Caller): Promise<ReplyOf<typeof movementRoutes.exceptions>> {
    return this.reviews.exceptions(caller.plant);
  }

  @Handle(movementRoutes.waste)
  waste(
    @In() { query }: InputOf<typeof movementRoutes.waste>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof movementRoutes.waste> | Refusal> {
    return this.reviews.waste(caller.plant, query);
  }
}
