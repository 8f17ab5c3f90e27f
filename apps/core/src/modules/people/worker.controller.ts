import { Controller } from '@nestjs/common';
import {
  workerRoutes,
  type InputOf,
  type Refusal,
  type ReplyOf,
  type Skill,
  type Worker,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { WorkerService } from './worker.service';

/** Workers and skills over HTTP. */
@Controller()
export class WorkerController {
  constructor(private readonly workers: WorkerService) {}

  @Handle(workerRoutes.list)
  page(
    @In() { query }: InputOf<typeof workerRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof workerRoutes.list>> {
    return this.workers.page(caller, query.filter, query);
  }

  @Handle(workerRoutes.put)
  put(
    @In() { params, body }: InputOf<typeof workerRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Worker | Refusal> {
    return this.workers.put(caller, params.worker, body);
  }

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
