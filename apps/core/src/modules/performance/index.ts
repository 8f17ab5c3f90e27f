import {
  KpiAsWasEntity,
  KpiBucketEntity,
  KpiCursorEntity,
  KpiMarkEntity,
  KpiPlanMoveEntity,
  KpiRestatementEntity,
} from './roll-up.entity';
import { KpiAnnotationEntity, KpiTargetEntity } from './target.entity';

export { PerformanceModule } from './performance.module';
export type { PeriodKind, PeriodMark, ReportPeriod } from './report/report-period';
export { ReportPeriods } from './report/report-periods';
export { ReportWriter, type WrittenReport } from './report/report-writer';
export { RollUpService, type Round } from './roll-up/roll-up.service';
export { KpiVerifier, type KpiDifference, type KpiVerification } from './verify/kpi-verifier';

/** Tables of this module. */
export const performanceEntities = [
  KpiBucketEntity,
  KpiMarkEntity,
  KpiCursorEntity,
  KpiRestatementEntity,
  KpiAsWasEntity,
  KpiPlanMoveEntity,
  KpiTargetEntity,
  KpiAnnotationEntity,
] as const;
