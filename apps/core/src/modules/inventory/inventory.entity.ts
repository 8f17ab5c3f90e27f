import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const quantity = { precision: 18, scale: 6 } as const;
const money = { precision: 30, scale: 6 } as const;

/** A traceable quantity of an item. */
@Entity({ name: 'lot' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@Index(['plant', 'item', 'expiresAt'])
@Index(['plant', 'expiresAt'])
@Index(['plant', 'workOrder'])
export class LotEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  item!: string;
  @Column('timestamptz')
  madeAt!: Date;
  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;
  @Column('text', { nullable: true })
  workOrder!: string | null;
  @Column('text', { nullable: true })
  supplierLot!: string | null;
}

/** One line of the stock ledger. It is only added to. */
@Entity({ name: 'stock_movement' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@Index(['plant', 'occurredAt', 'seq'])
@Index(['plant', 'recordedAt', 'seq'])
@Index(['plant', 'item', 'occurredAt'])
@Index(['plant', 'lot', 'occurredAt'])
@Index(['plant', 'report'])
@Index(['plant', 'workOrder'])
@Index(['plant', 'order', 'orderLine'])
@Index(['plant', 'commandId'], { unique: true, where: 'command_id is not null' })
@Index(['plant', 'reverses'], { unique: true, where: 'reverses is not null' })
@Index(['plant', 'corrects'], { where: 'corrects is not null' })
@Index(['plant', 'booking'], { where: 'booking is not null' })
export class StockMovementEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  /** grows with every line */
  @Column('bigint', { generated: 'increment' })
  seq!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  item!: string;
  /** null: not kept in lots, or more was taken than the lots hold */
  @Column('text', { nullable: true })
  lot!: string | null;
  @Column('text')
  place!: string;
  @Column('numeric', quantity)
  qty!: string;
  @Column('text')
  unit!: string;
  @Column('numeric', money)
  value!: string;
  @Column('timestamptz')
  occurredAt!: Date;
  @Column('timestamptz')
  recordedAt!: Date;
  @Column('uuid', { nullable: true })
  report!: string | null;
  @Column('text', { nullable: true })
  operation!: string | null;
  @Column('text', { nullable: true })
  workOrder!: string | null;
  @Column('text', { nullable: true })
  order!: string | null;
  @Column('int', { nullable: true })
  orderLine!: number | null;
  @Column('text', { nullable: true })
  worker!: string | null;
  /** who or what recorded it */
  @Column('text')
  source!: string;
  @Column('uuid', { nullable: true })
  reverses!: string | null;
  /** the movement whose value this one restates */
  @Column('uuid', { nullable: true })
  corrects!: string | null;
  /** the command that asked for it, where a person did: on the first of its lines */
  @Column('uuid', { nullable: true })
  commandId!: string | null;
  /** the command whose lines belong together: they are taken back together */
  @Column('uuid', { nullable: true })
  booking!: string | null;
  @Column('text')
  note!: string;
}

/** Running total of the ledger: stock of an item in a lot at a place. Always the sum of the movements. */
@Entity({ name: 'stock_balance' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@Index(['plant', 'lot'])
export class StockBalanceEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @PrimaryColumn('text')
  place!: string;
  /** empty: not kept in lots */
  @PrimaryColumn('text')
  lot!: string;
  @Column('numeric', quantity)
  qty!: string;
  @Column('numeric', money)
  value!: string;
}

/** What moved of an item at a place on a UTC day, by when it happened: stock at an instant is the sum of days and of part of one. */
@Entity({ name: 'stock_day' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
export class StockDayEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @PrimaryColumn('text')
  place!: string;
  @PrimaryColumn('date')
  day!: string;
  @Column('numeric', quantity)
  qty!: string;
  @Column('numeric', money)
  value!: string;
}

/** Stock that is kept for an order line, or for an operation that will consume it. */
@Entity({ name: 'reservation' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@ForeignKey('order_line', ['plant', 'order', 'line'], ['plant', 'order', 'line'])
@ForeignKey('work_order', ['plant', 'workOrder'], ['plant', 'id'])
@Index(['plant', 'item'])
@Index(['plant', 'order', 'line'])
@Index(['plant', 'workOrder'])
@Index(['plant', 'lot'])
export class ReservationEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  item!: string;
  /** null: of any lot */
  @Column('text', { nullable: true })
  lot!: string | null;
  @Column('numeric', quantity)
  qty!: string;
  @Column('text', { nullable: true })
  order!: string | null;
  @Column('int', { nullable: true })
  line!: number | null;
  @Column('text', { nullable: true })
  workOrder!: string | null;
  @Column('int', { nullable: true })
  operationNo!: number | null;
  @Column('timestamptz')
  createdAt!: Date;
}

/** Expected receipt of a bought item. */
@Entity({ name: 'supply' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@Index(['plant', 'expectedAt', 'id'])
@Index(['plant', 'item'])
export class SupplyEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  item!: string;
  /** still expected, or received in the end */
  @Column('numeric', quantity)
  qty!: string;
  @Column('timestamptz')
  expectedAt!: Date;
  @Column('timestamptz', { nullable: true })
  receivedAt!: Date | null;
  @Column('text')
  note!: string;
}

/** Items whose values are restated soon: a movement of theirs was written late, or taken back. */
@Entity({ name: 'stock_restatement' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
export class StockRestatementEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
}

/** A lot at a place that has been below zero at some instant, and when something of it was written last. */
@Entity({ name: 'stock_shortfall' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
export class StockShortfallEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @PrimaryColumn('text')
  place!: string;
  /** empty: not kept in lots */
  @PrimaryColumn('text')
  lot!: string;
  @Column('timestamptz')
  notedAt!: Date;
}
