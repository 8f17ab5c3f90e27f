import {
  CountMinuteEntity,
  DeviceBootEntity,
  QuarantineEntity,
  StateIntervalEntity,
  StationLiveEntity,
  StopEntity,
} from './telemetry.entity';

export { DowntimeRepository, type Downtime } from './downtime.repository';
export { TelemetryModule } from './telemetry.module';
export { IngestService } from './ingest.service';
export { LiveService } from './live.service';
export { MeasureService, type Measured, type MeasureQuery } from './measure.service';

/** Tables of this module; messages and batches are written with SQL alone and have no entity. */
export const telemetryEntities = [
  StationLiveEntity,
  StateIntervalEntity,
  CountMinuteEntity,
  DeviceBootEntity,
  StopEntity,
  QuarantineEntity,
] as const;
