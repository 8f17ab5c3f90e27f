import { Global, Module } from '@nestjs/common';
import { OrderModule, StockPort } from '../order';
import { PlantModule } from '../plant';
import { LedgerPort, ProductionModule } from '../production';
import { ExpiryService } from './expiry.service';
import { GenealogyRepository } from './genealogy.repository';
import { GoodsService } from './goods.service';
import { HandCommand } from './hand-command';
import { HandMovementService } from './hand-movement.service';
import { InventoryController } from './inventory.controller';
import { InventoryService } from './inventory.service';
import { IssueCheck } from './issue-check';
import { IssueService } from './issue.service';
import { LedgerRepository } from './ledger.repository';
import { LedgerService } from './ledger.service';
import { LotRepository } from './lot.repository';
import { MovementController } from './movement.controller';
import { MovementService } from './movement.service';
import { PastMovementRepository } from './past-movement.repository';
import { PastStock } from './past-stock';
import { ReceiptService } from './receipt.service';
import { ReportBooker } from './report-booker';
import { ReservationRepository } from './reservation.repository';
import { RestatementRepository } from './restatement.repository';
import { RestatementService } from './restatement.service';
import { ReturnService } from './return.service';
import { ShortfallRepository } from './shortfall.repository';
import { StockCommandService } from './stock-command.service';
import { StockLoss } from './stock-loss';
import { StockReviewService } from './stock-review.service';
import { StockRoom } from './stock-room';
import { StockJobs } from './stock.jobs';
import { StockRealtime } from './stock.realtime';
import { StockRepository } from './stock.repository';
import { SupplyRepository } from './supply.repository';
import { SupplyService } from './supply.service';
import { WasteRepository } from './waste.repository';

/** The stock ledger, lots, reservations, supplies. Global because it provides what orders and production need. */
@Global()
@Module({
  imports: [PlantModule, OrderModule, ProductionModule],
  controllers: [InventoryController, MovementController],
  providers: [
    LedgerRepository,
    LotRepository,
    ReservationRepository,
    SupplyRepository,
    StockRepository,
    StockRoom,
    ReportBooker,
    PastMovementRepository,
    PastStock,
    MovementService,
    ReceiptService,
    InventoryService,
    SupplyService,
    ShortfallRepository,
    WasteRepository,
    StockReviewService,
    StockLoss,
    HandCommand,
    HandMovementService,
    IssueCheck,
    IssueService,
    ReturnService,
    StockCommandService,
    ExpiryService,
    RestatementRepository,
    RestatementService,
    StockJobs,
    GenealogyRepository,
    StockRealtime,
    { provide: StockPort, useClass: GoodsService },
    { provide: LedgerPort, useClass: LedgerService },
  ],
  exports: [
    StockPort,
    LedgerPort,
    StockRepository,
    SupplyRepository,
    LotRepository,
    GenealogyRepository,
    HandMovementService,
  ],
})
export class InventoryModule {}
