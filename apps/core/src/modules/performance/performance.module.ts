import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { PlantModule } from '../plant';
import { SchedulingModule } from '../scheduling';
import { CUBES, type Cube } from './cube/cube';
import { DeliveryCube, OrderCube } from './cube/delivery.cube';
import { DeliveryFacts } from './cube/delivery.facts';
import { LabourCube } from './cube/labour.cube';
import { LabourFacts } from './cube/labour.facts';
import { PlanCube } from './cube/plan.cube';
import { PlanFacts } from './cube/plan.facts';
import { ProgressCube } from './cube/progress.cube';
import { StationCube } from './cube/station.cube';
import { StationFacts } from './cube/station.facts';
import { StockCube } from './cube/stock.cube';
import { StockFacts } from './cube/stock.facts';
import { LoopController } from './loop/loop.controller';
import { LoopService } from './loop/loop.service';
import { FactService } from './read/fact.service';
import { FigureRepository } from './read/figure.repository';
import { FigureService } from './read/figure.service';
import { KpiController } from './read/kpi.controller';
import { KpiMetrics } from './read/kpi.metrics';
import { KpiService } from './read/kpi.service';
import { TargetRepository } from './read/target.repository';
import { FigureReportController } from './report/figure-report.controller';
import { FigureReportService } from './report/figure-report.service';
import { ReportFigures } from './report/report-figures';
import { ReportPeriods } from './report/report-periods';
import { ReportWriter } from './report/report-writer';
import { ReportRepository } from './report/report.repository';
import { Ancestors } from './roll-up/ancestors';
import { AsWasRepository } from './roll-up/as-was.repository';
import { BucketRepository } from './roll-up/bucket.repository';
import { MarkRepository } from './roll-up/mark.repository';
import { PlanMoveEvents } from './roll-up/plan-move.events';
import { Restater } from './roll-up/restater';
import { RollUpEvents } from './roll-up/roll-up.events';
import { RollUpJobs } from './roll-up/roll-up.jobs';
import { RollUpRealtime } from './roll-up/roll-up.realtime';
import { RollUpService } from './roll-up/roll-up.service';
import { KpiVerifier } from './verify/kpi-verifier';

const cubes = [StationCube, LabourCube, DeliveryCube, OrderCube, StockCube, ProgressCube, PlanCube];

/** The figures: computed from the facts of every other module, kept in roll-up tables, explained down to each fact. */
@Module({
  imports: [PlantModule, PeopleModule, SchedulingModule],
  controllers: [KpiController, FigureReportController, LoopController],
  providers: [
    ...[StationFacts, LabourFacts, DeliveryFacts, StockFacts, PlanFacts],
    ...cubes,
    { provide: CUBES, useFactory: (...all: Cube[]) => all, inject: cubes },
    ...[BucketRepository, MarkRepository, AsWasRepository, Ancestors, Restater, RollUpService],
    ...[FigureRepository, TargetRepository, FigureService, FactService, KpiService, KpiMetrics],
    ...[ReportRepository, ReportPeriods, ReportFigures, FigureReportService, ReportWriter],
    LoopService,
    KpiVerifier,
    ...[RollUpJobs, RollUpEvents, RollUpRealtime, PlanMoveEvents],
  ],
  exports: [RollUpService, FigureService, ReportPeriods, ReportWriter],
})
export class PerformanceModule {}
