import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@takt/contracts';
import { Database } from '../../platform/database';
import { DeriveRepository } from './derive.repository';

type Recorded = EventPayload<'report.recorded'>;

/** Which operation is under way at a station: what happens there is told of it. */
@Injectable()
export class OperationBook {
  constructor(
    private readonly database: Database,
    private readonly repository: DeriveRepository,
  ) {}

  /** Follows a report: started and resumed operations are under way, paused and completed ones are not. */
  follow(plant: string, { operation, station, line, type, last }: Recorded): Promise<void> {
    const begins = type === 'start' || type === 'resume';
    const ends = type === 'pause' || type === 'complete' || last;
    if (!begins && !ends) return Promise.resolve();
    return this.database.write(plant, async (tx) => {
      const [live] = await this.repository.lock(tx, [{ plant, station, line }]);
      if (!live) return;
      const next = begins ? operation : live.operation === operation ? null : live.operation;
      if (next !== live.operation) await this.repository.saveLives(tx, [{ ...live, operation: next }]);
    });
  }
}
