import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule, accessEntities } from './modules/access';
import { AndonModule, andonEntities } from './modules/andon';
import { ChannelModule, channelEntities } from './modules/channel';
import { CommandModule, commandEntities } from './modules/command';
import { InventoryModule, inventoryEntities } from './modules/inventory';
import { LabelModule } from './modules/label';
import { OrderModule, orderEntities } from './modules/order';
import { HandoverModule, handoverEntities } from './modules/handover';
import { ImportModule, importEntities } from './modules/import';
import { PeopleModule, peopleEntities } from './modules/people';
import { PerformanceModule, performanceEntities } from './modules/performance';
import { PlantModule, plantEntities } from './modules/plant';
import { ProductModule, productEntities } from './modules/product';
import { ProductionModule, productionEntities } from './modules/production';
import { SchedulingModule, schedulingEntities } from './modules/scheduling';
import { QualityModule, qualityEntities } from './modules/quality';
import { SubscriptionModule, subscriptionEntities } from './modules/subscription';
import { TelemetryModule, telemetryEntities } from './modules/telemetry';
import type { Entity } from './platform/database';
import { PlatformModule, type PlatformOptions } from './platform/platform.module';

/** Tables of every module. */
export const entities: readonly Entity[] = [
  ...plantEntities,
  ...productEntities,
  ...peopleEntities,
  ...accessEntities,
  ...orderEntities,
  ...productionEntities,
  ...inventoryEntities,
  ...telemetryEntities,
  ...qualityEntities,
  ...andonEntities,
  ...handoverEntities,
  ...schedulingEntities,
  ...commandEntities,
  ...performanceEntities,
  ...channelEntities,
  ...subscriptionEntities,
  ...importEntities,
];

/** The whole of core: the platform, then the business in the order in which a factory is set up. */
@Module({})
export class AppModule {
  static with(options: Omit<PlatformOptions, 'entities'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ ...options, entities }),
        PlantModule,
        ProductModule,
        PeopleModule,
        AccessModule,
        OrderModule,
        ProductionModule,
        InventoryModule,
        TelemetryModule,
        QualityModule,
        AndonModule,
        HandoverModule,
        LabelModule,
        SchedulingModule,
        CommandModule,
        PerformanceModule,
        ChannelModule,
        SubscriptionModule,
        ImportModule,
      ],
    };
  }
}
