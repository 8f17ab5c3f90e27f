import { OperationHoldEntity, OperationRunEntity, ReportEntity } from './report.entity';
import {
  OperationEntity,
  OperationInstructionEntity,
  WorkOrderEntity,
  WorkOrderMaterialEntity,
  WorkOrderPegEntity,
} from './work-order.entity';

export { ProductionModule } from './production.module';
export {
  LedgerPort,
  MovePort,
  type ClaimedUse,
  type Ending,
  type LinePieces,
  type MaterialNeed,
  type Move,
  type ReportBooking,
} from './ports';
export {
  OpenWork,
  type LackingMaterial,
  type LinePeg,
  type OpenWorkView,
  type PlannedPlace,
} from './open-work.repository';
export { InstructionRepository } from './instruction.repository';
export { OperationRepository, type OperationState } from './operation.repository';
export { WorkOrderRepository, type WorkOrderMaterial, type WorkOrderState } from './work-order.repository';
export { HoldDesk } from './hold-desk';
export { WorkOrderLock } from './work-order-lock';
export { MaterialLoss } from './material-loss';
export { LimitWatch } from './limit-watch';
export { RoutingPromise } from './routing-promise';
export { ReportService } from './report.service';
export { type ReportOrigin } from './report-origin';

/** Tables of this module. */
export const productionEntities = [
  WorkOrderEntity,
  OperationEntity,
  OperationInstructionEntity,
  WorkOrderMaterialEntity,
  WorkOrderPegEntity,
  ReportEntity,
  OperationHoldEntity,
  OperationRunEntity,
] as const;
