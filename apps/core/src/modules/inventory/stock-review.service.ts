import { Inject, Injectable } from '@nestjs/common';
import { refuse, type InputOf, type Refusal, type ReplyOf, type movementRoutes } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { ShortfallRepository } from './shortfall.repository';
import { WasteRepository } from './waste.repository';

/** How long stock that was below zero is told of after it was mended, or noticed. */
const MENDED_DAYS = 31;
const DAY_MS = 86_400_000;

/** What stock says about itself, for callers: where it was below zero, and what was thrown away. */
@Injectable()
export class StockReviewService {
  constructor(
    private readonly database: Database,
    private readonly shortfalls: ShortfallRepository,
    private readonly wastes: WasteRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** When stock was below zero. */
  exceptions(plant: string): Promise<ReplyOf<typeof movementRoutes.exceptions>> {
    const since = this.clock.now() - MENDED_DAYS * DAY_MS;
    return this.database.read(plant, (tx) => this.shortfalls.exceptions(tx, since));
  }

  /** What was thrown away in a window. @returns `stock.window` when it ends before it begins */
  async waste(
    plant: string,
    { from, to }: InputOf<typeof movementRoutes.waste>['query'],
  ): Promise<ReplyOf<typeof movementRoutes.waste> | Refusal> {
    if (Date.parse(to) < Date.parse(from)) return refuse('stock.window', { from, to, reason: 'backwards' });
    return this.database.read(plant, (tx) => this.wastes.waste(tx, new Date(from), new Date(to)));
  }
}
