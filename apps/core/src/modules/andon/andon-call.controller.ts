import { Controller, Inject } from '@nestjs/common';
import { andonRoutes, type AndonCall, type InputOf, type Refusal, type ReplyOf } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { AndonCallService, type CallStep } from './andon-call.service';

const NEWEST_FIRST = [{ field: 'raisedAt', descending: true }] as const;

/** Calls for help over HTTP. */
@Controller()
export class AndonCallController {
  constructor(
    private readonly calls: AndonCallService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Handle(andonRoutes.list)
  list(
    @In() { query }: InputOf<typeof andonRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof andonRoutes.list>> {
    return this.calls.page(caller.plant, query.filter, {
      ...query,
      sort: query.sort.length > 0 ? query.sort : NEWEST_FIRST,
    });
  }

  @Handle(andonRoutes.raise)
  raise(
    @In() { body }: InputOf<typeof andonRoutes.raise>,
    @Who() caller: Caller,
  ): Promise<AndonCall | Refusal> {
    return this.calls.raise(caller.plant, caller, {
      ...body,
      worker: caller.worker ?? body.worker,
      at: this.instant(body.at),
    });
  }

  @Handle(andonRoutes.answer)
  answer(
    @In() { params, body }: InputOf<typeof andonRoutes.answer>,
    @Who() caller: Caller,
  ): Promise<AndonCall | Refusal> {
    return this.calls.step(caller.plant, params.call, this.stepOf('answer', body, caller));
  }

  @Handle(andonRoutes.resolve)
  resolve(
    @In() { params, body }: InputOf<typeof andonRoutes.resolve>,
    @Who() caller: Caller,
  ): Promise<AndonCall | Refusal> {
    return this.calls.step(caller.plant, params.call, this.stepOf('resolve', body, caller));
  }

  private stepOf(
    step: CallStep['step'],
    body: InputOf<typeof andonRoutes.answer>['body'],
    caller: Caller,
  ): CallStep {
    return {
      step,
      by: caller.worker ?? body.worker ?? caller.user,
      note: body.note,
      at: this.instant(body.at),
    };
  }

  private instant(at: string | undefined): number {
    return at === undefined ? this.clock.now() : Date.parse(at);
  }
}
