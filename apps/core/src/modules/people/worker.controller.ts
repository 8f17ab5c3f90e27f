import { Controller } from '@nestjs/common';
import { workerRoutes, type InputOf, type Refusal, type Skill } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { WorkerService } from './worker.service';

/** Workers and skills over HTTP. */
@Controller()
export class WorkerController {
  constructor(private readonly workers: WorkerService) {}

  @Handle(workerRoutes.skills)
  skills(@Who() caller: Caller): Promise<Skill[]> {
    return this.workers.skills(caller.plant);
  }

  @Handle(workerRoutes.putSkill)
  putSkill(
    @In() { params, body }: InputOf<typeof workerRoutes.putSkill>,
    @Who() caller: Caller,
  ): Promise<Skill | Refusal> {
    return this.workers.putSkill(caller.plant, params.skill, body);
  }
}
