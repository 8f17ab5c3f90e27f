import { LotHoldEntity, OperationMeasureEntity, QualityCheckEntity } from './quality.entity';

export { QualityModule } from './quality.module';

/** Tables of this module. */
export const qualityEntities = [QualityCheckEntity, LotHoldEntity, OperationMeasureEntity] as const;
