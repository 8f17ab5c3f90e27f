import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { PlantModule } from '../plant';
import { ProductModule } from '../product';
import { FileChecker } from './file-checker';
import { ImportController } from './import.controller';
import { ImportRepository } from './import.repository';
import { ImportService } from './import.service';
import { MasterData } from './master-data';
import { ProductStore } from './product-store';

/** Master data from Excel and CSV. */
@Module({
  imports: [PlantModule, ProductModule, PeopleModule],
  controllers: [ImportController],
  providers: [ImportService, ImportRepository, FileChecker, MasterData, ProductStore],
})
export class ImportModule {}
