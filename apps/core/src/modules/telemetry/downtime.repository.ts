import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';

/** A station that is down: since when, and how long its stops usually take. */
export interface Downtime {
  readonly station: string;
  readonly since: Date;
  /** mean of its last ten stops in seconds; null: it had none yet */
  readonly usualSec: number | null;
}

/** Which stations are down, for those who plan around it. */
@Injectable()
export class DowntimeRepository {
  /** Stations that are stopped or in fault for longer than their micro-stop limit. */
  downNow(tx: Tx): Promise<Downtime[]> {
    return tx.query<Downtime>(
      `select l.station, l.down_since as since,
         (select avg(extract(epoch from last.end_at - last.start_at))::float8
          from (select s.start_at, s.end_at from stop s where s.plant = l.plant and s.station = l.station and s.end_at is not null and not s.lost
                order by s.start_at desc limit 10) last) as "usualSec"
       from station_live l where l.plant = $1 and l.down_since is not null order by l.station`,
      [tx.plant],
    );
  }
}
