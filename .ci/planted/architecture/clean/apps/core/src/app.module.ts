import { OrderModule } from './modules/order';
import { ProductionModule } from './modules/production';
import { queue } from './platform/queue/queue';

export const AppModule = [OrderModule, ProductionModule, queue];
