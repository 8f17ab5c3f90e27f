import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { productionLifeFaults } from '@takt/production';
import { OrderModule, ProductionPort } from '../order';
import { PeopleModule } from '../people';
import { PlantModule } from '../plant';
import { AssignmentService } from './assignment.service';
import { DeviceReportEvents } from './device-report.events';
import { DeviceReportService } from './device-report.service';
import { FinishedPieces } from './finished-pieces';
import { HoldDesk } from './hold-desk';
import { InstructionReader } from './instruction.reader';
import { InstructionRepository } from './instruction.repository';
import { LimitWatch } from './limit-watch';
import { LineProduction } from './line-production';
import { MaterialCover } from './material-cover';
import { MaterialLoss } from './material-loss';
import { MaterialController } from './material.controller';
import { MaterialOverride } from './material-override';
import { MaterialOverrideService } from './material-override.service';
import { MoveService } from './move.service';
import { OpenOutput } from './open-output';
import { OpenWork } from './open-work.repository';
import { OperationChanges } from './operation-changes';
import { OperationViewRepository } from './operation-view.repository';
import { OperationRealtime } from './operation.realtime';
import { OperationRepository } from './operation.repository';
import { OperationService } from './operation.service';
import { PegRepository } from './peg.repository';
import { ProductionController } from './production.controller';
import { Releaser } from './releaser';
import { ReportContextReader } from './report-context';
import { ReportDoubts } from './report-doubts';
import { ReportEffects } from './report-effects';
import { ReportLedger } from './report-ledger';
import { ReportListRepository } from './report-list.repository';
import { ReportRecorder } from './report-recorder';
import { ReportReversal } from './report-reversal';
import { ReportRepository } from './report.repository';
import { ReportService } from './report.service';
import { ReversalEffects } from './reversal-effects';
import { ReplenishJobs } from './replenish.jobs';
import { ReplenishmentService } from './replenishment.service';
import { RoutingPromise } from './routing-promise';
import { RunRepository } from './run.repository';
import { Settlement } from './settlement';
import { SettlementFollower } from './settlement-follower';
import { Shortfall } from './shortfall';
import { StationLoadRepository } from './station-load.repository';
import { OperationEnder } from './operation-ender';
import { WorkOrderCloser } from './work-order.closer';
import { StockedItems } from './stocked-items';
import { WorkOrderEvents } from './work-order.events';
import { WorkOrderListRepository } from './work-order-list.repository';
import { WorkOrderLock } from './work-order-lock';
import { WorkOrderRepository } from './work-order.repository';
import { WorkOrderReader } from './work-order-reader';
import { WorkOrderService } from './work-order.service';

const repositories = [
  WorkOrderRepository,
  WorkOrderListRepository,
  OperationRepository,
  OperationViewRepository,
  InstructionRepository,
  PegRepository,
  ReportRepository,
  ReportListRepository,
  RunRepository,
  StationLoadRepository,
  OpenWork,
];

const decisions = [
  OperationChanges,
  OpenOutput,
  StockedItems,
  Releaser,
  MaterialCover,
  MaterialLoss,
  Shortfall,
  SettlementFollower,
  Settlement,
  WorkOrderLock,
  OperationEnder,
  WorkOrderCloser,
  FinishedPieces,
  HoldDesk,
];

const reports = [
  ReportContextReader,
  ReportLedger,
  ReportDoubts,
  ReportEffects,
  ReportRecorder,
  ReversalEffects,
  ReportReversal,
  ReportService,
];

/** Work orders, operations, reports. Global because it provides what the orders need. */
@Global()
@Module({
  imports: [OrderModule, PlantModule, PeopleModule],
  controllers: [ProductionController, MaterialController],
  providers: [
    ...repositories,
    ...decisions,
    ...reports,
    WorkOrderReader,
    InstructionReader,
    WorkOrderService,
    WorkOrderEvents,
    OperationService,
    AssignmentService,
    MoveService,
    MaterialOverride,
    MaterialOverrideService,
    OperationRealtime,
    LimitWatch,
    DeviceReportService,
    DeviceReportEvents,
    ReplenishmentService,
    ReplenishJobs,
    RoutingPromise,
    { provide: ProductionPort, useClass: LineProduction },
  ],
  exports: [
    ProductionPort,
    RoutingPromise,
    OpenWork,
    WorkOrderRepository,
    OperationRepository,
    InstructionRepository,
    LimitWatch,
    HoldDesk,
    MaterialLoss,
    WorkOrderLock,
    ReportService,
  ],
})
export class ProductionModule implements OnModuleInit {
  /** @throws Error when a table of steps is unsound: nothing may run on it */
  onModuleInit(): void {
    const faults = productionLifeFaults();
    if (faults.length > 0) throw new Error(`Core does not start:\n${faults.join('\n')}`);
  }
}
