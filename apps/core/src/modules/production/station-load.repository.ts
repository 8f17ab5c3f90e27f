import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';

/** How much work waits where. */
@Injectable()
export class StationLoadRepository {
  /** Seconds of work at each station that is not done, by the station where it is planned, else by its first way. */
  async queueSec(tx: Tx): Promise<Map<string, number>> {
    const rows = await tx.query<{ station: string; sec: string }>(
      `select coalesce(op.station, op.ways->0->>'station') as station,
         sum(greatest(op.qty_target - op.qty_good - op.qty_scrap - op.qty_rework, 0) * coalesce(
           (select (way->>'runSecPerUnit')::numeric from jsonb_array_elements(op.ways) way where way->>'station' = op.station),
           (op.ways->0->>'runSecPerUnit')::numeric)) as sec
       from operation op where op.plant = $1 and op.status in ('waiting', 'ready', 'running', 'paused', 'held') group by 1`,
      [tx.plant],
    );
    return new Map(rows.map(({ station, sec }) => [station, Number(sec)]));
  }
}
