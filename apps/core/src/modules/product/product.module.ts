import { Global, Module } from '@nestjs/common';
import { PlantModule, StationChangeovers } from '../plant';
import { BomRepository } from './bom.repository';
import { ChangeoverRepository } from './changeover.repository';
import { CustomerRepository } from './customer.repository';
import { CustomerService } from './customer.service';
import { ItemRepository } from './item.repository';
import { ItemService } from './item.service';
import { MediaController } from './media.controller';
import { MediaRepository } from './media.repository';
import { MediaService } from './media.service';
import { ProductCatalog } from './product-catalog';
import { ProductController } from './product.controller';
import { RoutingPlacesReader } from './routing-places';
import { RoutingRepository } from './routing.repository';
import { RoutingService } from './routing.service';

/** Items, bills of materials, routings, changeovers, customers. Global because stations ask it about their changeovers. */
@Global()
@Module({
  imports: [PlantModule],
  controllers: [ProductController, MediaController],
  providers: [
    ItemRepository,
    BomRepository,
    RoutingRepository,
    ChangeoverRepository,
    CustomerRepository,
    MediaRepository,
    MediaService,
    ProductCatalog,
    RoutingPlacesReader,
    ItemService,
    RoutingService,
    CustomerService,
    { provide: StationChangeovers, useExisting: RoutingPlacesReader },
  ],
  exports: [
    ProductCatalog,
    ItemRepository,
    BomRepository,
    RoutingRepository,
    ChangeoverRepository,
    CustomerRepository,
    MediaRepository,
    StationChangeovers,
  ],
})
export class ProductModule {}
