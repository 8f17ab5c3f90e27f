import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const quantity = { precision: 18, scale: 6 } as const;

/** A customer order. */
@Entity({ name: 'customer_order' })
@ForeignKey('plant', ['plant'], ['plant'])
@ForeignKey('customer', ['plant', 'customer'], ['plant', 'id'])
@Index(['plant', 'customer'])
export class CustomerOrderEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  customer!: string;
  @Column('text')
  channel!: string;
  @Column('int')
  channelRevision!: number;
  @Column('timestamptz')
  receivedAt!: Date;
  @Column('int')
  revision!: number;
}

/** A line of a customer order. */
@Entity({ name: 'order_line' })
@ForeignKey('customer_order', ['plant', 'order'], ['plant', 'id'])
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@Index(['plant', 'urgencyAt'])
@Index(['plant', 'requestedAt'])
@Index(['plant', 'committedAt'])
@Index(['plant', 'item'])
export class OrderLineEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  order!: string;
  @PrimaryColumn('int')
  line!: number;
  @Column('text')
  item!: string;
  @Column('numeric', quantity)
  qty!: string;
  @Column('numeric', quantity)
  qtyFromStock!: string;
  @Column('numeric', quantity)
  qtyReady!: string;
  @Column('numeric', quantity)
  qtyShipped!: string;
  @Column('timestamptz')
  requestedAt!: Date;
  @Column('timestamptz', { nullable: true })
  committedAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  latestCommittedAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  forecastAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  shippedAt!: Date | null;
  @Column('text')
  status!: string;
  /** without regard to promises that have passed */
  @Column('text')
  risk!: string;
  @Column('timestamptz')
  promiseAt!: Date;
  /** null: shipped or cancelled */
  @Column('timestamptz', { nullable: true })
  urgencyAt!: Date | null;
  /** has work on it begun? */
  @Column('boolean')
  begun!: boolean;
  @Column('text')
  note!: string;
}

/** What left for a customer: one row per command, never changed. */
@Entity({ name: 'shipment' })
@ForeignKey('order_line', ['plant', 'order', 'line'], ['plant', 'order', 'line'])
@Index(['plant', 'order', 'line'])
export class ShipmentEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  commandId!: string;
  @Column('text')
  order!: string;
  @Column('int')
  line!: number;
  /** asked for; null: all that was ready */
  @Column('numeric', { ...quantity, nullable: true })
  qtyAsked!: string | null;
  @Column('numeric', quantity)
  qty!: string;
  @Column('timestamptz')
  shippedAt!: Date;
  @Column('timestamptz')
  recordedAt!: Date;
  @Column('text')
  recordedBy!: string;
}
