import { Module } from '@nestjs/common';
import { PlantModule } from '../plant';
import { LabelController } from './label.controller';
import { LabelRepository } from './label.repository';

/** Labels for lots, work, orders, stations and badges. */
@Module({ imports: [PlantModule], controllers: [LabelController], providers: [LabelRepository] })
export class LabelModule {}
