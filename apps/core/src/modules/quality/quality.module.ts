import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory';
import { PlantModule } from '../plant';
import { ProductionModule } from '../production';
import { TelemetryModule } from '../telemetry';
import { CheckRepository } from './check.repository';
import { CheckSubject } from './check-subject';
import { CheckService } from './check.service';
import { HoldRepository } from './hold.repository';
import { LotHoldService } from './lot-hold.service';
import { MeasureKeeper } from './measure-keeper';
import { MeasureRepository } from './measure.repository';
import { OperationHoldService } from './operation-hold.service';
import { QualityController } from './quality.controller';
import { TraceController } from './trace.controller';
import { TraceThings } from './trace-things.repository';
import { TracedWork } from './traced-work.repository';
import { TraceService } from './trace.service';

/** Checks, holds, measurements kept with lots, and where everything came from and went. */
@Module({
  imports: [PlantModule, ProductionModule, InventoryModule, TelemetryModule],
  controllers: [QualityController, TraceController],
  providers: [
    CheckRepository,
    HoldRepository,
    MeasureRepository,
    MeasureKeeper,
    CheckSubject,
    CheckService,
    OperationHoldService,
    LotHoldService,
    TraceThings,
    TracedWork,
    TraceService,
  ],
})
export class QualityModule {}
