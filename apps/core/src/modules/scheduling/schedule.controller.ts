import { Controller } from '@nestjs/common';
import { isRefusal, scheduleRoutes, type InputOf, type Refusal, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { PlantService } from '../plant';
import { Explainer } from './explainer';
import { ScheduleListRepository } from './schedule-list.repository';
import { ScheduleService } from './schedule.service';
import { TriggerEvents } from './trigger.events';
import { WhatIfService } from './what-if.service';

/** Schedules over HTTP. */
@Controller()
export class ScheduleController {
  constructor(
    private readonly schedules: ScheduleService,
    private readonly lists: ScheduleListRepository,
    private readonly plants: PlantService,
    private readonly triggers: TriggerEvents,
    private readonly whatIfs: WhatIfService,
    private readonly explainer: Explainer,
  ) {}

  @Handle(scheduleRoutes.list)
  list(
    @In() { query }: InputOf<typeof scheduleRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.list>> {
    return this.lists.page(caller.plant, query.filter, query);
  }

  @Handle(scheduleRoutes.current)
  async current(
    @In() { query }: InputOf<typeof scheduleRoutes.current>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.current> | Refusal> {
    const plant = await this.plants.plant(caller.plant);
    if (isRefusal(plant)) return plant;
    const stations =
      query.line === undefined
        ? undefined
        : (await this.plants.stations(caller.plant))
            .filter(({ line }) => line === query.line)
            .map(({ id }) => id);
    const date = (text: string | undefined): Date | undefined =>
      text === undefined ? undefined : new Date(text);
    return this.schedules.current(
      caller.plant,
      { stations, from: date(query.from), to: date(query.to) },
      plant.frozenSec,
    );
  }

  @Handle(scheduleRoutes.late)
  late(
    @In() { query }: InputOf<typeof scheduleRoutes.late>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.late>> {
    return this.explainer.late(caller.plant, query.line);
  }

  @Handle(scheduleRoutes.get)
  get(
    @In() { params }: InputOf<typeof scheduleRoutes.get>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.get> | Refusal> {
    return this.schedules.get(caller.plant, params.version);
  }

  @Handle(scheduleRoutes.diff)
  diff(
    @In() { params, query }: InputOf<typeof scheduleRoutes.diff>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.diff> | Refusal> {
    return this.schedules.diff(caller.plant, params.version, query.against);
  }

  @Handle(scheduleRoutes.replan)
  async replan(
    @In() { body }: InputOf<typeof scheduleRoutes.replan>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.replan>> {
    await this.triggers.requestByHand(caller.plant, caller.name, body);
    return { queued: true };
  }

  @Handle(scheduleRoutes.publish)
  publish(
    @In() { params }: InputOf<typeof scheduleRoutes.publish>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.publish> | Refusal> {
    return this.schedules.publish(caller, params.version);
  }

  @Handle(scheduleRoutes.revert)
  revert(
    @In() { params, body }: InputOf<typeof scheduleRoutes.revert>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.revert> | Refusal> {
    return this.schedules.revert(caller, params.version, body.note);
  }

  @Handle(scheduleRoutes.whatIf)
  whatIf(
    @In() { body }: InputOf<typeof scheduleRoutes.whatIf>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.whatIf> | Refusal> {
    return this.whatIfs.ask(caller.plant, body);
  }

  @Handle(scheduleRoutes.explain)
  explain(
    @In() { params }: InputOf<typeof scheduleRoutes.explain>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof scheduleRoutes.explain> | Refusal> {
    return this.explainer.explain(caller.plant, params.operation);
  }
}
