import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database';

/** Something that was lost for a reason. */
export interface Loss {
  /** null: nobody gave a reason */
  readonly reason: string | null;
  readonly reasonZh: string | null;
  readonly times: number;
  /** minutes, or pieces */
  readonly amount: number;
}

/** A time, perhaps of one line only. */
export interface ReportScope {
  /** epoch ms */
  readonly from: number;
  readonly to: number;
  readonly line: string | undefined;
}

const parametersOf = (tx: Tx, { from, to, line }: ReportScope): unknown[] => [
  ...[tx.plant, new Date(from), new Date(to), line ?? null],
];

/** What reports list beside the figures, in PostgreSQL: read from the tables of telemetry and production. */
@Injectable()
export class ReportRepository {
  /** Names of reasons, by id. */
  async reasons(tx: Tx): Promise<Map<string, { name: string; nameZh: string | null }>> {
    const rows = await tx.query<{ id: string; name: string; nameZh: string | null }>(
      'select id, name, name_zh as "nameZh" from reason where plant = $1',
      [tx.plant],
    );
    return new Map(rows.map(({ id, ...names }) => [id, names]));
  }

  /** Pieces scrapped within a time, by reason, most first. What was taken back does not count. */
  scrap(tx: Tx, scope: ReportScope): Promise<Loss[]> {
    return tx.query<Loss>(
      `select n.name as reason, n.name_zh as "reasonZh", count(*)::int as times, sum(r.scrap)::float8 as amount
       from report r join station t on t.plant = r.plant and t.id = r.station left join reason n on n.plant = r.plant and n.id = r.scrap_reason
       where r.plant = $1 and r.at >= $2 and r.at < $3 and ($4::text is null or t.line = $4) and r.scrap > 0 and r.reverses is null
         and not exists (select from report b where b.plant = r.plant and b.reverses = r.id)
       group by 1, 2 order by amount desc`,
      parametersOf(tx, scope),
    );
  }

  /** Names of stations in their order. */
  stations(tx: Tx, line: string | undefined): Promise<{ id: string; name: string; nameZh: string | null }[]> {
    return tx.query(
      'select id, name, name_zh as "nameZh" from station where plant = $1 and ($2::text is null or line = $2) order by line, position, id',
      [tx.plant, line ?? null],
    );
  }

  /** Name, time zone and currency of the plant. */
  async plant(
    tx: Tx,
  ): Promise<{ name: string; nameZh: string | null; timeZone: string; currency: string } | null> {
    const [row] = await tx.query<{ name: string; nameZh: string | null; timeZone: string; currency: string }>(
      'select name, name_zh as "nameZh", time_zone as "timeZone", currency from plant where plant = $1',
      [tx.plant],
    );
    return row ?? null;
  }

  /** Name of a line; null: there is none. */
  async line(tx: Tx, id: string): Promise<{ name: string; nameZh: string | null } | null> {
    const [row] = await tx.query<{ name: string; nameZh: string | null }>(
      'select name, name_zh as "nameZh" from line where plant = $1 and id = $2',
      [tx.plant, id],
    );
    return row ?? null;
  }
}
