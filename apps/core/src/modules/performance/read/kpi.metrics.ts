import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay } from '@takt/calendar';
import { isRefusal } from '@takt/contracts';
import { KPIS } from '@takt/kpi';
import { Gauge, Registry } from 'prom-client';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { PlantRepository } from '../../plant';
import { FigureService } from './figure.service';

const DAYS = 28;
/** The manager's four, and what else outside tools watch. */
const WATCHED: readonly string[] = [
  'otif',
  'schedule-adherence',
  'notice-coverage',
  'wip-orders',
  'manufacturing-lead-time',
];
const TOLD = KPIS.map(({ definition }) => definition).filter(
  ({ id, headline }) => headline || WATCHED.includes(id),
);

/** Figures of every plant for Prometheus, computed when it asks: of today, and of four weeks to the end of today. n/a is left out. */
@Injectable()
export class KpiMetrics {
  constructor(
    registry: Registry,
    private readonly database: Database,
    private readonly plants: PlantRepository,
    private readonly figures: FigureService,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    const collect = (gauge: Gauge<'plant' | 'kpi' | 'window'>): Promise<void> => this.collect(gauge);
    new Gauge({
      name: 'takt_kpi_value',
      help: 'figures by their id, in the unit of their definition',
      labelNames: ['plant', 'kpi', 'window'],
      registers: [registry],
      collect() {
        return collect(this);
      },
    });
  }

  private async collect(gauge: Gauge<'plant' | 'kpi' | 'window'>): Promise<void> {
    gauge.reset();
    const plants = await this.database.read('*', (tx) => this.plants.plants(tx));
    for (const { id: plant, timeZone } of plants) {
      const today = dayOf(this.clock.now(), timeZone);
      const at = (day: string): string => new Date(startOfDay(day, timeZone)).toISOString();
      const to = at(addDays(today, 1));
      for (const [window, from] of [
        ['day', at(today)],
        ['28d', at(addDays(today, 1 - DAYS))],
      ] as const)
        for (const { id: kpi } of TOLD) {
          const asked = { kpi, from, to, filter: {}, by: [], basis: undefined };
          const answer = await this.database.read(plant, (tx) => this.figures.figure(tx, asked, false));
          if (!isRefusal(answer) && answer.total.value !== null)
            gauge.set({ plant, kpi, window }, answer.total.value);
        }
    }
  }
}
