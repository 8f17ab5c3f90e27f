import { Injectable } from '@nestjs/common';
import type { PartHealth } from '@takt/contracts';
import { Database } from '../database';
import { LoopMetrics } from '../metrics';

const TIMEOUT_MS = 2000;

/** A part that can say whether it works. */
export type HealthProbe = () => Promise<PartHealth>;

/** Is this process ready to serve? Red while PostgreSQL or another part is away, green when it is back. */
@Injectable()
export class Readiness {
  private readonly probes: HealthProbe[] = [];

  constructor(
    private readonly database: Database,
    private readonly metrics: LoopMetrics,
  ) {
    this.add(() => this.postgres());
  }

  /** Adds a part that is asked. */
  add(probe: HealthProbe): void {
    this.probes.push(probe);
  }

  /** Asks every part. */
  async check(): Promise<{ ok: boolean; parts: PartHealth[] }> {
    const parts = await Promise.all(this.probes.map((probe) => withDeadline(probe())));
    return { ok: parts.every((part) => part.ok), parts };
  }

  private async postgres(): Promise<PartHealth> {
    try {
      await this.database.read('*', (tx) => tx.query('select 1'));
      this.metrics.databaseUp.set(1);
      return { part: 'postgresql', ok: true, detail: '' };
    } catch (error) {
      this.metrics.databaseUp.set(0);
      return { part: 'postgresql', ok: false, detail: String((error as Error).message).slice(0, 200) };
    }
  }
}

function withDeadline(probe: Promise<PartHealth>): Promise<PartHealth> {
  const late = new Promise<PartHealth>((resolve) => {
    setTimeout(
      () => resolve({ part: 'unknown', ok: false, detail: `no answer within ${TIMEOUT_MS} ms` }),
      TIMEOUT_MS,
    ).unref();
  });
  return Promise.race([probe, late]);
}
