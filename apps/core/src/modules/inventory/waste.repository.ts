import { Injectable } from '@nestjs/common';
import type { ReplyOf, movementRoutes } from '@takt/contracts';
import { decimalText, sum } from '@takt/production';
import type { Tx } from '../../platform/database';
import { EXPIRY } from './expiry.service';

type WasteReply = ReplyOf<typeof movementRoutes.waste>;
type WasteRow = WasteReply['items'][number];

// A counter-entry counts where the movement that it takes back counted, whoever wrote it.
const WASTE = `select m.item, i.unit,
    -coalesce(sum(m.qty) filter (where m.place <> 'wip' and coalesce(o.source, m.source) = $4), 0) as "qtyExpired",
    -coalesce(sum(m.value) filter (where m.place <> 'wip' and coalesce(o.source, m.source) = $4), 0) as "valueExpired",
    -coalesce(sum(m.qty) filter (where m.place <> 'wip' and coalesce(o.source, m.source) <> $4), 0) as "qtyScrapped",
    -coalesce(sum(m.value) filter (where m.place <> 'wip' and coalesce(o.source, m.source) <> $4), 0) as "valueScrapped",
    -coalesce(sum(m.qty) filter (where m.place = 'wip'), 0) as "qtyInWork",
    -coalesce(sum(m.value) filter (where m.place = 'wip'), 0) as "valueInWork"
  from stock_movement m join item i on i.plant = m.plant and i.id = m.item
  left join stock_movement o on o.plant = m.plant and o.id = coalesce(m.reverses, m.corrects)
  where m.plant = $1 and m.occurred_at >= $2 and m.occurred_at < $3 and (m.kind = 'scrap' or o.kind = 'scrap')
  group by 1, 2 having sum(m.qty) <> 0 or sum(m.value) <> 0 order by 1`;

/** What was thrown away. */
@Injectable()
export class WasteRepository {
  /** What was thrown away in a window, half-open, by when it happened. */
  async waste(tx: Tx, from: Date, to: Date): Promise<WasteReply> {
    const rows = await tx.query<WasteRow>(WASTE, [tx.plant, from, to, EXPIRY]);
    const items = rows.map((row) => ({
      item: row.item,
      unit: row.unit,
      qtyExpired: decimalText(row.qtyExpired),
      valueExpired: decimalText(row.valueExpired),
      qtyScrapped: decimalText(row.qtyScrapped),
      valueScrapped: decimalText(row.valueScrapped),
      qtyInWork: decimalText(row.qtyInWork),
      valueInWork: decimalText(row.valueInWork),
    }));
    const value = sum(
      items.flatMap(({ valueExpired, valueScrapped, valueInWork }) => [
        valueExpired,
        valueScrapped,
        valueInWork,
      ]),
    );
    return { items, value: decimalText(value) };
  }
}
