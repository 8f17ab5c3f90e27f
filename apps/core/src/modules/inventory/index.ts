import {
  LotEntity,
  ReservationEntity,
  StockBalanceEntity,
  StockDayEntity,
  StockMovementEntity,
  StockRestatementEntity,
  StockShortfallEntity,
  SupplyEntity,
} from './inventory.entity';

export { InventoryModule } from './inventory.module';
export { GenealogyRepository } from './genealogy.repository';
export { HandMovementService } from './hand-movement.service';
export { LotRepository } from './lot.repository';
export { STANDING_MOVEMENT } from './standing-movement';
export { SupplyRepository } from './supply.repository';
export { StockRepository, type StockQuery } from './stock.repository';

/** Tables of this module. */
export const inventoryEntities = [
  LotEntity,
  StockMovementEntity,
  StockBalanceEntity,
  StockDayEntity,
  ReservationEntity,
  SupplyEntity,
  StockRestatementEntity,
  StockShortfallEntity,
] as const;
