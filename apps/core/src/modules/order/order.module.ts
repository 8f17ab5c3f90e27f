import { Module } from '@nestjs/common';
import { PlantModule } from '../plant';
import { LineCover } from './line-cover';
import { OrderCheck } from './order-check';
import { OrderIntake } from './order-intake';
import { OrderLineEditor } from './order-line.editor';
import { OrderLineService } from './order-line.service';
import { OrderListRepository } from './order-list.repository';
import { OrderProgress } from './order-progress';
import { OrderReader } from './order-reader';
import { OrderController } from './order.controller';
import { OrderEvents } from './order.events';
import { OrderRealtime } from './order.realtime';
import { OrderRepository } from './order.repository';
import { OrderService } from './order.service';
import { QuoteService } from './quote.service';
import { RiskMargin } from './risk-margin';
import { ShipmentRepository } from './shipment.repository';
import { ShipmentService } from './shipment.service';

/** Customer orders: netted against stock, promised, changed and cancelled without waste, shipped. */
@Module({
  imports: [PlantModule],
  controllers: [OrderController],
  providers: [
    OrderRepository,
    OrderListRepository,
    ShipmentRepository,
    RiskMargin,
    OrderReader,
    OrderCheck,
    LineCover,
    OrderIntake,
    OrderLineEditor,
    OrderService,
    OrderLineService,
    QuoteService,
    ShipmentService,
    OrderProgress,
    OrderEvents,
    OrderRealtime,
  ],
  exports: [OrderCheck, OrderIntake, OrderLineEditor, OrderProgress, OrderReader, OrderRepository],
})
export class OrderModule {}
