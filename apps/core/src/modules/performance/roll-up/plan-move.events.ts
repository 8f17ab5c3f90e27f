import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@takt/contracts';
import { planMoved } from '@takt/kpi';
import { TOLD_MS } from '@takt/planning';
import { groupBy } from '@takt/production';
import { Database, type Tx } from '../../../platform/database';
import { OnEvent } from '../../../platform/outbox';
import { PlantRepository } from '../../plant';
import { ScheduleRepository, type StoredEntry } from '../../scheduling';
import { MarkRepository } from './mark.repository';
import { plainSums } from './stored-row';

/** Keeps how far each published plan moved the one before it: entries of old plans are forgotten. */
@Injectable()
export class PlanMoveEvents {
  constructor(
    private readonly database: Database,
    private readonly schedules: ScheduleRepository,
    private readonly plants: PlantRepository,
    private readonly marks: MarkRepository,
  ) {}

  @OnEvent('schedule.published')
  published({ plant, payload: { version, base }, at }: DomainEvent<'schedule.published'>): Promise<void> {
    if (base === null) return Promise.resolve();
    return this.database.write(plant, async (tx) => {
      const publishedAt = Date.parse(at);
      await this.keep(tx, { version, base, publishedAt });
      const reason = `plan ${version} published`;
      await this.marks.add(tx, [
        { kind: 'plan', subject: String(version), fromAt: publishedAt, toAt: publishedAt, reason },
      ]);
    });
  }

  private async keep(tx: Tx, plan: { version: number; base: number; publishedAt: number }): Promise<void> {
    const frozenMs = ((await this.plants.plant(tx))?.frozenSec ?? 0) * 1000;
    const lines = new Map((await this.plants.allStations(tx)).map(({ id, line }) => [id, line]));
    const [before, after] = [
      await this.schedules.entries(tx, plan.base),
      await this.schedules.entries(tx, plan.version),
    ];
    const plannedStart = ({ operation, station, startAt }: StoredEntry) => ({
      operation,
      station,
      startAt,
      weight: 1,
    });
    const next = after.filter(({ fixed }) => fixed !== 'running').map(plannedStart);
    const rule = { frozenUntil: plan.publishedAt + frozenMs, toldMs: TOLD_MS };
    const rows = [...groupBy(before, ({ station }) => station)].map(([station, own]) => ({
      station,
      line: lines.get(station) ?? '',
      sums: plainSums(planMoved(own.map(plannedStart), next, rule)),
    }));
    await tx.query(
      `insert into kpi_plan_move (plant, published_at, version, station, line, sums)
       select $1, $2, $3, station, line, sums from jsonb_to_recordset($4::jsonb) as r(station text, line text, sums jsonb)
       on conflict do nothing`,
      [tx.plant, new Date(plan.publishedAt), plan.version, JSON.stringify(rows)],
    );
  }
}
