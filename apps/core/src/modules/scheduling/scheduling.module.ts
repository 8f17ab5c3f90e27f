import { Global, Module, type OnModuleDestroy } from '@nestjs/common';
import { InventoryModule } from '../inventory';
import { OrderModule, PromisePort } from '../order';
import { PeopleModule } from '../people';
import { PlantModule } from '../plant';
import { ProductModule } from '../product';
import { MovePort, ProductionModule } from '../production';
import { TelemetryModule } from '../telemetry';
import { DemandPlanner } from './demand-planner';
import { NoticeController } from './notice.controller';
import { NoticeRealtime } from './notice.realtime';
import { NoticeRepository } from './notice.repository';
import { NoticeService } from './notice.service';
import { PlanMover } from './plan-mover';
import { PlanProgress } from './plan-progress';
import { PlanPromise } from './plan-promise';
import { PlanPublisher } from './plan-publisher';
import { PlanTargets } from './plan-targets';
import { PeopleOutlook } from './people-outlook';
import { PlanningFactsReader } from './planning-facts.reader';
import { PlantPlanner } from './plant-plan';
import { ReplanQueueRepository } from './replan-queue.repository';
import { ReplanSurroundings } from './replan-surroundings';
import { Replanner } from './replanner';
import { ScheduleListRepository } from './schedule-list.repository';
import { ScheduleController } from './schedule.controller';
import { ScheduleEvents } from './schedule.events';
import { ScheduleRepository } from './schedule.repository';
import { ScheduleService } from './schedule.service';
import { Explainer } from './explainer';
import { FloorState } from './floor-state';
import { ScheduleWatch } from './schedule.watch';
import { Solver } from './solver';
import { TriggerEvents } from './trigger.events';
import { WhatIfService } from './what-if.service';
import { WorkOutlook } from './work-outlook';

const facts = [PeopleOutlook, WorkOutlook, PlanningFactsReader, PlanProgress, FloorState];
const plans = [Solver, PlantPlanner, PlanPublisher, PlanTargets, DemandPlanner];
const versions = [ScheduleRepository, ScheduleListRepository, ScheduleService, Explainer, WhatIfService];
const replans = [
  ReplanQueueRepository,
  Replanner,
  ReplanSurroundings,
  TriggerEvents,
  ScheduleEvents,
  ScheduleWatch,
];
const notices = [NoticeRepository, NoticeService, NoticeRealtime];

/** Plans: made, published, explained, followed; and the notices that people acknowledge. Global because it promises and moves for others. */
@Global()
@Module({
  imports: [
    PlantModule,
    ProductModule,
    PeopleModule,
    OrderModule,
    ProductionModule,
    InventoryModule,
    TelemetryModule,
  ],
  controllers: [ScheduleController, NoticeController],
  providers: [
    ...facts,
    ...plans,
    ...versions,
    ...replans,
    ...notices,
    { provide: PromisePort, useClass: PlanPromise },
    { provide: MovePort, useClass: PlanMover },
  ],
  exports: [
    PromisePort,
    MovePort,
    ScheduleRepository,
    ReplanQueueRepository,
    NoticeService,
    NoticeRepository,
  ],
})
export class SchedulingModule implements OnModuleDestroy {
  constructor(private readonly solver: Solver) {}

  async onModuleDestroy(): Promise<void> {
    await this.solver.close();
  }
}
