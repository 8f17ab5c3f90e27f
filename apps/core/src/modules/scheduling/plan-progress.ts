import { Injectable } from '@nestjs/common';
import { predictEnd } from '@takt/production';
import type { PlanEntry, Progress } from '@takt/planning';
import type { Tx } from '../../platform/database';
import { ShiftBookReader } from '../people';
import { OperationRepository } from '../production';
import { Inject } from '@nestjs/common';
import { Clock } from '../../platform/clock';

const AHEAD_MS = 3 * 86_400_000;

/** How planned operations go. */
@Injectable()
export class PlanProgress {
  constructor(
    private readonly operations: OperationRepository,
    private readonly books: ShiftBookReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Progress of the operations of a plan that are due by now or run. */
  async of(tx: Tx, entries: readonly PlanEntry[]): Promise<Map<string, Progress>> {
    const now = this.clock.now();
    const orders = [
      ...new Set(entries.filter(({ startAt }) => startAt <= now).map(({ workOrder }) => workOrder)),
    ];
    const known = new Map(
      (await this.operations.of(tx, orders)).map((operation) => [operation.id, operation]),
    );
    const book = await this.books.read(tx, { from: new Date(now), to: new Date(now + AHEAD_MS) });
    const progress = new Map<string, Progress>();
    for (const entry of entries) {
      const operation = known.get(entry.operation);
      if (!operation) continue;
      const way = operation.ways.find(({ station }) => station === operation.station);
      const running = operation.status === 'running' && operation.station !== null;
      progress.set(entry.operation, {
        operation: entry.operation,
        status: operation.status,
        startedAt: operation.startedAt,
        endedAt: operation.endedAt,
        predictedEndAt: running
          ? predictEnd(
              operation,
              way?.runSecPerUnit ?? 0,
              book.work(operation.station ?? '', [now, now + AHEAD_MS]),
              now,
            )
          : null,
      });
    }
    return progress;
  }
}
