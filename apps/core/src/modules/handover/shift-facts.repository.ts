import { Injectable } from '@nestjs/common';
import type { HandoverItem, HandoverSheet, HandoverStation } from '@takt/contracts';
import { balances, countDifference, decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';

/** A shift of a line: from its start to its end, half-open. */
export interface ShiftWindow {
  readonly line: string;
  readonly from: Date;
  readonly to: Date;
}

// A report that was taken back, and its counter-entry, say nothing.
const STANDING = `select r.* from report r join station s on s.plant = r.plant and s.id = r.station
  where r.plant = $1 and s.line = $2 and r.at >= $3 and r.at < $4 and r.reverses is null
    and not exists (select 1 from report t where t.plant = r.plant and t.reverses = r.id)`;

const STATIONS = `with standing as (${STANDING})
  select s.id as station, coalesce(r.good, 0) as good, coalesce(r.scrap, 0) as scrap, coalesce(r.rework, 0) as rework,
    c.good as "machineGood", c.scrap as "machineScrap"
  from station s
  left join (select station, sum(good) as good, sum(scrap) as scrap, sum(rework) as rework from standing group by 1) r on r.station = s.id
  left join (select station, sum(good) as good, sum(scrap) as scrap from count_minute
    where plant = $1 and minute_at >= $3 and minute_at < $4 group by 1) c on c.station = s.id
  where s.plant = $1 and s.line = $2 and (s.active or r.station is not null) order by s.position, s.id`;

const ITEMS = `with standing as (${STANDING}),
  edges as (select plant, work_order, min(no) as first, max(no) as last from operation
    where plant = $1 and work_order in (select work_order from standing) group by 1, 2),
  told as (select w.item, sum(case when o.no = e.first then s.good + s.scrap + s.rework else 0 end) as begun,
      sum(case when o.no = e.last then s.good else 0 end) as finished, sum(s.scrap) as scrap, sum(s.rework) as rework
    from standing s join operation o on o.plant = s.plant and o.id = s.operation
    join work_order w on w.plant = s.plant and w.id = s.work_order and w.kind <> 'import'
    join edges e on e.work_order = s.work_order group by 1),
  booked as (select m.item, sum(m.qty) filter (where m.kind = 'wip-in') as begun, sum(m.qty) filter (where m.kind = 'completion') as finished,
      -sum(m.qty) filter (where m.kind = 'scrap') as scrap, -sum(m.qty) filter (where m.kind = 'rework' and m.place = 'wip') as rework
    from standing s join stock_movement m on m.plant = s.plant and m.report = s.id and m.corrects is null and m.reverses is null
    join work_order w on w.plant = s.plant and w.id = s.work_order and w.item = m.item group by 1)
  select t.*, i.name as "itemName", i.name_zh as "itemNameZh", i.unit, coalesce(b.begun, 0) as "bookedBegun",
    coalesce(b.finished, 0) as "bookedFinished", coalesce(b.scrap, 0) as "bookedScrap", coalesce(b.rework, 0) as "bookedRework",
    (select coalesce(sum(m.qty), 0) from stock_movement m
      where m.plant = $1 and m.item = t.item and m.place = 'wip' and m.occurred_at < $4) as wip
  from told t join item i on i.plant = $1 and i.id = t.item left join booked b on b.item = t.item order by t.item`;

interface ItemRow extends Omit<HandoverItem, 'booked' | 'balanced'> {
  readonly bookedBegun: string;
  readonly bookedFinished: string;
  readonly bookedScrap: string;
  readonly bookedRework: string;
}

type StationRow = Omit<HandoverStation, 'differenceGood'>;
type Stop = HandoverSheet['unexplainedStops'][number];
type OpenOperation = HandoverSheet['openOperations'][number];

/** What was entered, counted, booked and left open in a shift of a line. */
@Injectable()
export class ShiftFactsRepository {
  /** What people entered at each station, beside what the machine counted. */
  async stations(tx: Tx, { line, from, to }: ShiftWindow): Promise<HandoverStation[]> {
    const rows = await tx.query<StationRow>(STATIONS, [tx.plant, line, from, to]);
    return rows.map(({ station, good, scrap, rework, machineGood, machineScrap }) => ({
      station,
      good: decimalText(good),
      scrap: decimalText(scrap),
      rework: decimalText(rework),
      machineGood: machineGood === null ? null : decimalText(machineGood),
      machineScrap: machineScrap === null ? null : decimalText(machineScrap),
      differenceGood: countDifference(good, machineGood),
    }));
  }

  /** Pieces by item, as reports and as the ledger say. */
  async items(tx: Tx, { line, from, to }: ShiftWindow): Promise<HandoverItem[]> {
    const rows = await tx.query<ItemRow>(ITEMS, [tx.plant, line, from, to]);
    return rows.map((row) => {
      const { item, itemName, itemNameZh, unit, begun, finished, scrap, rework } = row;
      const booked = {
        begun: decimalText(row.bookedBegun),
        finished: decimalText(row.bookedFinished),
        scrap: decimalText(row.bookedScrap),
        rework: decimalText(row.bookedRework),
      };
      return {
        ...{ item, itemName, itemNameZh, unit, booked },
        begun: decimalText(begun),
        finished: decimalText(finished),
        scrap: decimalText(scrap),
        rework: decimalText(rework),
        wip: decimalText(row.wip),
        balanced: balances({ begun, finished, scrap, rework }, booked),
      };
    });
  }

  /** Operations that are under way at the line now. */
  async openOperations(tx: Tx, line: string): Promise<OpenOperation[]> {
    const rows = await tx.query<Omit<OpenOperation, 'startedAt'> & { startedAt: Date | null }>(
      `select o.id as operation, o.station, o.status, o.qty_good as "qtyGood", o.qty_target as "qtyTarget", o.started_at as "startedAt"
       from operation o join station s on s.plant = o.plant and s.id = o.station
       where o.plant = $1 and s.line = $2 and o.status in ('running', 'paused', 'held') order by s.position, o.id`,
      [tx.plant, line],
    );
    return rows.map(({ startedAt, qtyGood, qtyTarget, ...row }) => ({
      ...row,
      qtyGood: decimalText(qtyGood),
      qtyTarget: decimalText(qtyTarget),
      startedAt: startedAt?.toISOString() ?? null,
    }));
  }

  /** Stops of a shift that nobody has explained. */
  async unexplainedStops(tx: Tx, { line, from, to }: ShiftWindow): Promise<Stop[]> {
    const rows = await tx.query<{ stop: string; station: string; startAt: Date; endAt: Date | null }>(
      `select id as stop, station, start_at as "startAt", end_at as "endAt" from stop
       where plant = $1 and line = $2 and start_at < $4 and coalesce(end_at, 'infinity') > $3 and explained_at is null
       order by start_at, id`,
      [tx.plant, line, from, to],
    );
    return rows.map(({ startAt, endAt, ...row }) => ({
      ...row,
      startAt: startAt.toISOString(),
      endAt: endAt?.toISOString() ?? null,
    }));
  }

  /** Who badged in for the line during a shift. */
  async present(tx: Tx, { line, from, to }: ShiftWindow): Promise<string[]> {
    const rows = await tx.query<{ worker: string }>(
      `select distinct worker from attendance
       where plant = $1 and line = $2 and in_at < $4 and coalesce(out_at, 'infinity') > $3 order by 1`,
      [tx.plant, line, from, to],
    );
    return rows.map(({ worker }) => worker);
  }
}
