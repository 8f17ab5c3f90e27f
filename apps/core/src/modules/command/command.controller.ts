import { Controller } from '@nestjs/common';
import { commandRoutes, type InputOf, type Refusal, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { CommandService } from './command.service';

/** Commands to devices over HTTP. */
@Controller()
export class CommandController {
  constructor(private readonly commands: CommandService) {}

  @Handle(commandRoutes.list)
  list(
    @In() { params }: InputOf<typeof commandRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof commandRoutes.list> | Refusal> {
    return this.commands.list(caller.plant, params.station);
  }
}
