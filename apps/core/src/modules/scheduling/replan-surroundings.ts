import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../env';
import { Clock } from '../../platform/clock';
import { LoopMetrics } from '../../platform/metrics';

/** What a replan needs beside its own parts. */
@Injectable()
export class ReplanSurroundings {
  constructor(
    @Inject(Clock) readonly clock: Clock,
    readonly metrics: LoopMetrics,
    @Inject(ENV) readonly env: Env,
  ) {}
}
