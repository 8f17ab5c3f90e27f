import { Inject, Injectable } from '@nestjs/common';
import type { ProcessLimit } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { OperationRepository } from './operation.repository';

/** What is watched is read anew after this, in real ms. */
const FRESH_MS = 1000;

interface Watched {
  readonly readAt: number;
  readonly limits: Promise<ReadonlyMap<string, readonly ProcessLimit[]>>;
}

/**
 * The process limits of what runs now, by station: so that who takes in measurements tells of those that break a limit
 * (`device.reported`, channel `measure`), and of no others.
 */
@Injectable()
export class LimitWatch {
  private readonly plants = new Map<string, Watched>();

  constructor(
    private readonly database: Database,
    private readonly operations: OperationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Limits by station; stations where nothing runs, or nothing with limits, are left out. At most a second old. */
  limits(plant: string): Promise<ReadonlyMap<string, readonly ProcessLimit[]>> {
    const known = this.plants.get(plant);
    if (known && this.clock.real() - known.readAt < FRESH_MS) return known.limits;
    const limits = this.database.read(plant, (tx) => this.operations.runningLimits(tx));
    this.plants.set(plant, { readAt: this.clock.real(), limits });
    limits.catch(() => this.plants.delete(plant));
    return limits;
  }
}
