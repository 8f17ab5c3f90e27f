import { Controller } from '@nestjs/common';
import { loopRoutes, type LoopStatus } from '@takt/contracts';
import type { Caller } from '../../../platform/context';
import { Handle, Who } from '../../../platform/http';
import { LoopService } from './loop.service';

/** The loop over HTTP. */
@Controller()
export class LoopController {
  constructor(private readonly loop: LoopService) {}

  @Handle(loopRoutes.status)
  status(@Who() caller: Caller): Promise<LoopStatus> {
    return this.loop.status(caller.plant);
  }
}
