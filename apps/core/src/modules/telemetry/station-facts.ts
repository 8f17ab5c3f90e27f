import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { ENV, type Env } from '../../env';
import { Clock } from '../../platform/clock';
import { PlantDirectory } from './plant-directory';
import type { Live } from './live-station';
import type { Circumstances } from './station-change';

const DAY_MS = 86_400_000;
/** A station that was removed meanwhile still has a past. */
const REMOVED = { silentMs: 120_000, microstopMs: 60_000 } as const;

/** What surrounds a change of a station: its limits, the time, how long messages are kept. */
@Injectable()
export class StationFacts {
  constructor(
    private readonly directory: PlantDirectory,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Factory time now. */
  now(): Date {
    return this.clock.date();
  }

  /** The facts for a change of a station now. */
  of({ plant, station, line }: Pick<Live, 'plant' | 'station' | 'line'>): Circumstances {
    const place = this.directory.find(plant, station) ?? { ...REMOVED, line };
    const now = this.clock.now();
    return { place, now, newId: uuid, oldest: now - this.env.RETENTION_DAYS * DAY_MS };
  }
}
