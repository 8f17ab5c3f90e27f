import { CustomerOrderEntity, OrderLineEntity, ShipmentEntity } from './order.entity';

export { OrderModule } from './order.module';
export { OrderCheck } from './order-check';
export { OrderIntake, type IncomingLine, type IncomingOrder } from './order-intake';
export { OrderLineEditor, type LineEdit } from './order-line.editor';
export { OrderProgress } from './order-progress';
export { OrderReader } from './order-reader';
export { OrderRepository, type Line, type OrderHead } from './order.repository';
export {
  lineName,
  ProductionPort,
  PromisePort,
  StockPort,
  type Dispatch,
  type GoodsNeed,
  type LineDemand,
  type LineForecast,
  type LineKey,
  type PromiseAnswer,
  type PromiseObstacle,
  type PromiseDemand,
} from './ports';

/** Tables of this module. */
export const orderEntities = [CustomerOrderEntity, OrderLineEntity, ShipmentEntity] as const;
export { PROMISES } from './intake-turn';
