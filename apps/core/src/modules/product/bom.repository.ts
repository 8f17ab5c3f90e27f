import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isRefusal, type Bom, type BomLine, type Refusal } from '@takt/contracts';
import { decimalText } from '@takt/production';
import { insertMany, putMany, putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { BomEntity, BomLineEntity } from './item.entity';

type LineRow = Pick<BomLineEntity, 'item' | 'component' | 'qtyPer' | 'scrapPercent' | 'operationNo'>;

const SELECT_LINES = `select item, component, qty_per as "qtyPer", scrap_percent as "scrapPercent",
  operation_no as "operationNo" from bom_line`;

const lineOf = ({ component, qtyPer, scrapPercent, operationNo }: LineRow): BomLine => ({
  component,
  qtyPer: decimalText(qtyPer),
  scrapPercent,
  operationNo,
});

function byItem(rows: readonly LineRow[]): Map<string, BomLine[]> {
  const boms = new Map<string, BomLine[]>();
  for (const row of rows) {
    const lines = boms.get(row.item);
    if (lines) lines.push(lineOf(row));
    else boms.set(row.item, [lineOf(row)]);
  }
  return boms;
}

/** Bills of materials in PostgreSQL. */
@Injectable()
export class BomRepository {
  /** Revision of an item's bill of materials; 0 when there is none. */
  async revision(tx: Tx, item: string): Promise<number> {
    return (await tx.of(BomEntity).findOneBy({ plant: tx.plant, item }))?.revision ?? 0;
  }

  /** Lines by item, in their order: of the whole plant, or of the items that are named. */
  async byItem(tx: Tx, items?: readonly string[]): Promise<Map<string, BomLine[]>> {
    const rows = await tx.query<LineRow>(
      `${SELECT_LINES} where plant = $1 and ($2::text[] is null or item = any($2)) order by item, position`,
      [tx.plant, items ?? null],
    );
    return byItem(rows);
  }

  /** Lines by item, of some items and everything that goes into them. */
  async below(tx: Tx, items: readonly string[]): Promise<Map<string, BomLine[]>> {
    const rows = await tx.query<LineRow>(
      `with recursive below as (
         select unnest($2::text[]) as item
         union select line.component from bom_line line join below on line.plant = $1 and line.item = below.item
       )
       ${SELECT_LINES} where plant = $1 and item in (select item from below) order by item, position`,
      [tx.plant, items],
    );
    return byItem(rows);
  }

  /** Holds off every other writer of bills until the commit: a loop can be closed by two of them together. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('bom:' || $1, 0))`, [tx.plant]);
  }

  /** Replaces the bill of materials of an item. */
  async put(tx: Tx, item: string, lines: readonly BomLine[]): Promise<Bom | Refusal> {
    const saved = await putRevised(tx, {
      entity: BomEntity,
      key: { plant: tx.plant, item },
      values: {},
      check: (stored) => ifMatches(`bill of materials of ${item}`, stored),
    });
    if (isRefusal(saved)) return saved;
    await tx.of(BomLineEntity).delete({ plant: tx.plant, item });
    await tx
      .of(BomLineEntity)
      .insert(lines.map((line, position) => ({ plant: tx.plant, item, position, ...line })));
    return { item, lines: [...lines], revision: saved.revision };
  }

  /** Replaces the bills of materials of many items. */
  async putMany(
    tx: Tx,
    boms: readonly (readonly [item: string, lines: readonly BomLine[]])[],
  ): Promise<void> {
    const { plant } = tx;
    const items = boms.map(([item]) => item);
    await putMany(
      tx,
      BomEntity,
      items.map((item) => ({ plant, item })),
    );
    await tx.of(BomLineEntity).delete({ plant, item: Any(items) });
    const lines = boms.flatMap(([item, list]) =>
      list.map((line, position) => ({ plant, item, position, ...line })),
    );
    await insertMany(tx, BomLineEntity, lines);
  }
}
