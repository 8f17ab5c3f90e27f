import { factory } from '../../../test/factory';
import { ProductionModule } from './production.module';

export const seen = [factory, ProductionModule];
