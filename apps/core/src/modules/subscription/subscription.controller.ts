import { Controller } from '@nestjs/common';
import {
  reportSubscriptionRoutes as routes,
  type InputOf,
  type Refusal,
  type ReplyOf,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { SendingService } from './sending.service';
import { SubscriptionService } from './subscription.service';

/** Reports that are sent by themselves, over HTTP. */
@Controller()
export class SubscriptionController {
  constructor(
    private readonly subscriptions: SubscriptionService,
    private readonly sending: SendingService,
  ) {}

  @Handle(routes.list)
  list(@Who() caller: Caller): Promise<ReplyOf<typeof routes.list>> {
    return this.subscriptions.list(caller.plant);
  }

  @Handle(routes.put)
  put(
    @In() { params, body }: InputOf<typeof routes.put>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof routes.put> | Refusal> {
    return this.subscriptions.put(caller.plant, params.subscription, body);
  }

  @Handle(routes.remove)
  remove(@In() { params }: InputOf<typeof routes.remove>, @Who() caller: Caller): Promise<void | Refusal> {
    return this.subscriptions.remove(caller.plant, params.subscription);
  }

  @Handle(routes.try)
  try(
    @In() { params }: InputOf<typeof routes.try>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof routes.try> | Refusal> {
    return this.subscriptions.try(caller.plant, params.subscription);
  }

  @Handle(routes.renewSecret)
  renewSecret(
    @In() { params }: InputOf<typeof routes.renewSecret>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof routes.renewSecret> | Refusal> {
    return this.subscriptions.renewSecret(caller.plant, params.subscription);
  }

  @Handle(routes.sendings)
  sendings(
    @In() { query }: InputOf<typeof routes.sendings>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof routes.sendings>> {
    return this.sending.page(caller.plant, query.filter, query);
  }
}
