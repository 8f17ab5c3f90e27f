import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const quantity = { precision: 18, scale: 6 } as const;

/** An item. */
@Entity({ name: 'item' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'name', 'id'])
export class ItemEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('text')
  kind!: string;
  @Column('text', { nullable: true })
  class!: string | null;
  @Column('text')
  unit!: string;
  @Column('text')
  replenishment!: string;
  @Column('numeric', quantity)
  standardCost!: string;
  @Column('numeric', { ...quantity, nullable: true })
  price!: string | null;
  @Column('numeric', quantity)
  stockMin!: string;
  @Column('numeric', quantity)
  lotSize!: string;
  @Column('int', { nullable: true })
  shelfLifeDays!: number | null;
  @Column('text', { nullable: true })
  gtin!: string | null;
  @Column('int')
  leadTimeSec!: number;
  @Column('boolean')
  outside!: boolean;
  @Column('boolean')
  active!: boolean;
  @Column('int')
  revision!: number;
}

/** The bill of materials of an item: what its revision counts. */
@Entity({ name: 'bom' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
export class BomEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @Column('int')
  revision!: number;
}

/** One component of a bill of materials. */
@Entity({ name: 'bom_line' })
@ForeignKey('bom', ['plant', 'item'], ['plant', 'item'], { onDelete: 'CASCADE' })
@ForeignKey('item', ['plant', 'component'], ['plant', 'id'])
@Index(['plant', 'component'])
export class BomLineEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  /** from 0, in the order in which they were entered */
  @PrimaryColumn('int')
  position!: number;
  @Column('text')
  component!: string;
  @Column('numeric', quantity)
  qtyPer!: string;
  @Column('double precision')
  scrapPercent!: number;
  @Column('int', { nullable: true })
  operationNo!: number | null;
}
