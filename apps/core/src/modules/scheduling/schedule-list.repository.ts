import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { ScheduleVersion } from '@takt/contracts';
import { Database } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { ScheduleVersionEntity } from './schedule.entity';
import { versionOf } from './schedule.repository';

/** Filters of the list of versions. */
export type VersionFilter = Partial<Record<'status' | 'trigger', readonly string[]>>;

/** The list of versions. */
@Injectable()
export class ScheduleListRepository {
  constructor(private readonly database: Database) {}

  /** One page of versions. */
  page(
    plant: string,
    filter: VersionFilter,
    page: PageRequest,
  ): Promise<{ items: ScheduleVersion[]; nextCursor: string | null }> {
    return this.database.read(plant, async (tx) => {
      const { rows, nextCursor } = await cursorPage<{ version: number }>(
        tx,
        {
          select: 'select version from schedule_version',
          where: [
            'plant = $1',
            '$2::text[] is null or status = any($2)',
            `$3::text[] is null or exists (select from jsonb_array_elements(triggers) t where t->>'kind' = any($3))`,
          ],
          parameters: [plant, filter.status ?? null, filter.trigger ?? null],
          sortable: { version: { sql: 'version', type: 'int' } },
          id: { sql: 'version', type: 'int' },
        },
        page,
      );
      const found = await tx
        .of(ScheduleVersionEntity)
        .find({ where: { plant, version: In(rows.map(({ version }) => version)) } });
      const byVersion = new Map(found.map((row) => [row.version, versionOf(row)]));
      return { items: rows.flatMap(({ version }) => byVersion.get(version) ?? []), nextCursor };
    });
  }
}
