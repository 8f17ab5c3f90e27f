import { solve } from '@takt/scheduling';
import { OrderModule } from '../order';

export const ProductionModule = [solve, OrderModule];
