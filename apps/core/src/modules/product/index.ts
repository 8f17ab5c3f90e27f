import { ChangeoverEntity } from './changeover.entity';
import { CustomerEntity } from './customer.entity';
import { BomEntity, BomLineEntity, ItemEntity } from './item.entity';
import { MediaEntity } from './media.entity';
import { RoutingEntity, RoutingOperationEntity, RoutingStationEntity } from './routing.entity';

export { ProductModule } from './product.module';
export { ProductCatalog, type ProductView } from './product-catalog';
export { BomRepository } from './bom.repository';
export { ChangeoverRepository } from './changeover.repository';
export { RoutingRepository } from './routing.repository';
export { CustomerRepository } from './customer.repository';
export { MediaRepository } from './media.repository';
export { ItemRepository } from './item.repository';
export { SkillRegister } from './skill-register';

/** Tables of this module. */
export const productEntities = [
  ItemEntity,
  BomEntity,
  BomLineEntity,
  RoutingEntity,
  RoutingOperationEntity,
  RoutingStationEntity,
  ChangeoverEntity,
  CustomerEntity,
  MediaEntity,
] as const;
