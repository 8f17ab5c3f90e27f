import { Injectable } from '@nestjs/common';
import type { Label } from '@takt/production';
import { codeOf, decimalText } from '@takt/production';
import type { LabelKind, Language } from '@takt/contracts';
import type { Tx } from '../../platform/database';

interface Row {
  readonly title: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly qty: string | null;
  readonly unit: string | null;
  readonly more: string | null;
  readonly on: Date | null;
  /** what the code says, where that is not the id */
  readonly code: string | null;
  /** of a lot */
  readonly item?: string;
  readonly gtin?: string | null;
}

const day = (date: string): string => `${date} as "on"`;

const SOURCES: Readonly<Record<LabelKind, string>> = {
  lot: `select l.id as title, i.name, i.name_zh as "nameZh", (select sum(b.qty) from stock_balance b
      where b.plant = l.plant and b.lot = l.id and b.place <> 'wip') as qty, i.unit, l.supplier_lot as more, ${day('l.expires_at')}, null as code, i.id as item, i.gtin
    from lot l join item i on i.plant = l.plant and i.id = l.item where l.plant = $1 and l.id = $2`,
  operation: `select o.id as title, o.name, o.name_zh as "nameZh", o.qty_target as qty, i.unit, i.name as more, ${day('w.due_at')}, null as code
    from operation o join work_order w on w.plant = o.plant and w.id = o.work_order
    join item i on i.plant = w.plant and i.id = w.item where o.plant = $1 and o.id = $2`,
  'work-order': `select w.id as title, i.name, i.name_zh as "nameZh", w.qty, i.unit, w."order" as more, ${day('w.due_at')}, null as code
    from work_order w join item i on i.plant = w.plant and i.id = w.item where w.plant = $1 and w.id = $2`,
  order: `select o.id as title, c.name, null as "nameZh", null as qty, null as unit, o.channel as more, ${day('o.received_at')}, null as code
    from customer_order o join customer c on c.plant = o.plant and c.id = o.customer where o.plant = $1 and o.id = $2`,
  station: `select s.id as title, s.name, s.name_zh as "nameZh", null as qty, null as unit, s.line as more, ${day('null::timestamptz')}, null as code
    from station s where s.plant = $1 and s.id = $2`,
  badge: `select w.name as title, null as name, w.name_zh as "nameZh", null as qty, null as unit, w.id as more, ${day('null::timestamptz')}, w.badge as code
    from worker w where w.plant = $1 and w.id = $2 and w.badge is not null`,
};

/** What stands on labels. */
@Injectable()
export class LabelRepository {
  /** The label of a thing; null: there is no such thing, or a worker without a badge. */
  async find(
    tx: Tx,
    { kind, id }: { readonly kind: LabelKind; readonly id: string },
    { language, timeZone }: { readonly language: Language; readonly timeZone: string },
  ): Promise<Label | null> {
    const [row] = await tx.query<Row>(SOURCES[kind], [tx.plant, id]);
    if (!row) return null;
    const name = language === 'zh-CN' ? (row.nameZh ?? row.name) : row.name;
    const qty = row.qty === null ? null : `${decimalText(row.qty)} ${row.unit ?? ''}`;
    const on = row.on === null ? null : new Intl.DateTimeFormat('sv-SE', { timeZone }).format(row.on);
    const lines = [name, qty, row.more, on].filter((line): line is string => line !== null && line !== '');
    return {
      title: row.title,
      lines,
      code: codeOf(kind, row.code ?? id),
      expiresOn: kind === 'lot' ? on : null,
      item: row.item === undefined ? null : { id: row.item, gtin: row.gtin ?? null },
    };
  }
}
