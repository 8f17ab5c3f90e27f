import { Global, Module } from '@nestjs/common';
import { StockPort } from '../order';
import { PlantModule } from '../plant';
import { LedgerPort, ProductionModule } from '../production';
import { GoodsService } from './goods.service';
import { InventoryController } from './inventory.controller';
import { InventoryService } from './inventory.service';
import { LedgerRepository } from './ledger.repository';
import { LedgerService } from './ledger.service';
import { LotRepository } from './lot.repository';
import { MovementService } from './movement.service';
import { ReportBooker } from './report-booker';
import { ReservationRepository } from './reservation.repository';
import { StockRoom } from './stock-room';
import { StockRealtime } from './stock.realtime';
import { StockRepository } from './stock.repository';
import { SupplyRepository } from './supply.repository';

/** The stock ledger, lots, reservations, supplies. Global because it provides what orders and production need. */
@Global()
@Module({
  imports: [PlantModule, ProductionModule],
  controllers: [InventoryController],
  providers: [
    LedgerRepository,
    LotRepository,
    ReservationRepository,
    SupplyRepository,
    StockRepository,
    StockRoom,
    ReportBooker,
    MovementService,
    InventoryService,
    StockRealtime,
    { provide: StockPort, useClass: GoodsService },
    { provide: LedgerPort, useClass: LedgerService },
  ],
  exports: [StockPort, LedgerPort, StockRepository, SupplyRepository],
})
export class InventoryModule {}
