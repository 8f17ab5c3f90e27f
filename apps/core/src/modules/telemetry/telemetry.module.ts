import { Module } from '@nestjs/common';
import { DeviceService } from '../access';
import { PeopleModule } from '../people';
import { PlantModule } from '../plant';
import { Announcer } from './announcer';
import { BatchRepository } from './batch.repository';
import { BootBook } from './boot-book';
import { BootRepository } from './boot.repository';
import { Derivation } from './derivation.service';
import { DeriveRepository } from './derive.repository';
import { DowntimeRepository } from './downtime.repository';
import { Deriver } from './deriver';
import { HistoryRepository } from './history.repository';
import { IngestService } from './ingest.service';
import { LiveRepository } from './live.repository';
import { LiveService } from './live.service';
import { MeasureService } from './measure.service';
import { MessageStore } from './message-store';
import { MeasureWatch } from './measure-watch';
import { MessageRepository } from './message.repository';
import { OperationBook } from './operation-book';
import { PlantDirectory } from './plant-directory';
import { QuarantineRepository } from './quarantine.repository';
import { QuarantineService } from './quarantine.service';
import { Restatement } from './restatement';
import { SecondTry } from './second-try';
import { ShiftStart } from './shift-start';
import { StationFacts } from './station-facts';
import { StopRepository } from './stop.repository';
import { StopService } from './stop.service';
import { TelemetryController } from './telemetry.controller';
import { TelemetryEvents } from './telemetry.events';
import { TelemetryJobs } from './telemetry.jobs';
import { TelemetryRealtime } from './telemetry.realtime';
import { Upkeep } from './upkeep.service';

const ingest = [
  BootRepository,
  IngestService,
  MessageStore,
  PlantDirectory,
  Upkeep,
  MessageRepository,
  QuarantineRepository,
];
const derive = [
  Deriver,
  Derivation,
  BootBook,
  Restatement,
  StationFacts,
  Announcer,
  MeasureWatch,
  OperationBook,
  BatchRepository,
  DeriveRepository,
  HistoryRepository,
];
const show = [
  DowntimeRepository,
  LiveService,
  MeasureService,
  StopService,
  QuarantineService,
  SecondTry,
  ShiftStart,
  LiveRepository,
  StopRepository,
];

/** Device messages: taken in, stored once, derived into states, stops and counts, shown. */
@Module({
  imports: [PlantModule, PeopleModule],
  controllers: [TelemetryController],
  providers: [...ingest, ...derive, ...show, TelemetryEvents, TelemetryJobs, TelemetryRealtime],
  exports: [IngestService, LiveService, MeasureService, DowntimeRepository],
})
export class TelemetryModule {
  constructor(devices: DeviceService, lives: LiveService) {
    devices.tellLife((plant, stations) => lives.lifeOf(plant, stations));
  }
}
