import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { InstructionStep, ProcessLimit, RoutingStation } from '@takt/contracts';

const quantity = { precision: 18, scale: 6 } as const;

/** A work order. */
@Entity({ name: 'work_order' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
@ForeignKey('order_line', ['plant', 'order', 'orderLine'], ['plant', 'order', 'line'])
@Index(['plant', 'status', 'dueAt'])
@Index(['plant', 'item', 'status'])
@Index(['plant', 'order', 'orderLine'])
@Index(['plant', 'parent'])
@Index(['plant', 'startedAt'])
@Index(['plant', 'endedAt'])
export class WorkOrderEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  item!: string;
  @Column('numeric', quantity)
  qty!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  status!: string;
  /** the order line it was released for */
  @Column('text', { nullable: true })
  order!: string | null;
  @Column('int', { nullable: true })
  orderLine!: number | null;
  /** the work order that this one reworks or feeds */
  @Column('text', { nullable: true })
  parent!: string | null;
  /** the operation of the parent that waits for it; null: it reworks */
  @Column('int', { nullable: true })
  feedsOperationNo!: number | null;
  @Column('timestamptz')
  releaseAt!: Date;
  @Column('timestamptz')
  dueAt!: Date;
  @Column('int')
  weight!: number;
  /** the lot it makes: known from the release on, there from the first good piece on */
  @Column('text')
  lot!: string;
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
  @Column('timestamptz')
  createdAt!: Date;
  @Column('int')
  revision!: number;
}

/** How an operation is done, as its routing said when it was released. */
@Entity({ name: 'operation_instruction' })
@ForeignKey('operation', ['plant', 'operation'], ['plant', 'id'])
export class OperationInstructionEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  operation!: string;
  @Column('jsonb')
  steps!: InstructionStep[];
}

/** One routing step of a work order: what the routing said when it was released. */
@Entity({ name: 'operation' })
@ForeignKey('work_order', ['plant', 'workOrder'], ['plant', 'id'])
@ForeignKey('station', ['plant', 'station'], ['plant', 'id'])
@Index(['plant', 'workOrder'])
@Index(['plant', 'station', 'status'])
@Index(['plant', 'status', 'plannedStartAt'])
export class OperationEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  workOrder!: string;
  @Column('int')
  no!: number;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('text', { nullable: true })
  family!: string | null;
  @Column('text', { nullable: true })
  skill!: string | null;
  @Column('int')
  crew!: number;
  @Column('text')
  status!: string;
  @Column('text', { nullable: true })
  holdReason!: string | null;
  @Column('numeric', quantity)
  qtyTarget!: string;
  @Column('numeric', quantity)
  qtyGood!: string;
  @Column('numeric', quantity)
  qtyScrap!: string;
  @Column('numeric', quantity)
  qtyRework!: string;
  /** planned, or where it runs or ran */
  @Column('text', { nullable: true })
  station!: string | null;
  /** ids of the stations of `ways` */
  @Column('text', { array: true })
  eligible!: string[];
  @Column('jsonb')
  ways!: RoutingStation[];
  @Column('int')
  waitMinSec!: number;
  @Column('int', { nullable: true })
  waitMaxSec!: number | null;
  @Column('boolean')
  interruptible!: boolean;
  @Column('jsonb')
  limits!: ProcessLimit[];
  @Column('text')
  instruction!: string;
  @Column('text')
  instructionZh!: string;
  @Column('timestamptz', { nullable: true })
  plannedStartAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  plannedEndAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  predictedEndAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
  @Column('text', { array: true })
  workers!: string[];
  @Column('boolean')
  pinned!: boolean;
  @Column('int')
  revision!: number;
}

/** What a work order consumes: the bill of materials as it was at the release, and how each need is covered. */
@Entity({ name: 'work_order_material' })
@ForeignKey('work_order', ['plant', 'workOrder'], ['plant', 'id'])
@ForeignKey('item', ['plant', 'component'], ['plant', 'id'])
@Index(['plant', 'component'])
export class WorkOrderMaterialEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  workOrder!: string;
  /** from 0 */
  @PrimaryColumn('int')
  position!: number;
  @Column('int')
  operationNo!: number;
  @Column('text')
  component!: string;
  @Column('numeric', quantity)
  qtyPer!: string;
  @Column('double precision')
  scrapPercent!: number;
  /** for the whole work order */
  @Column('numeric', quantity)
  qty!: string;
  /** made by child work orders */
  @Column('numeric', quantity)
  qtyFromChild!: string;
  /** neither there nor made here: the operation waits until it is */
  @Column('numeric', quantity)
  qtyShort!: string;
}

/** Pieces that a work order makes for an order line. */
@Entity({ name: 'work_order_peg' })
@ForeignKey('work_order', ['plant', 'workOrder'], ['plant', 'id'])
@ForeignKey('order_line', ['plant', 'order', 'line'], ['plant', 'order', 'line'])
@Index(['plant', 'order', 'line'])
export class WorkOrderPegEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  workOrder!: string;
  @PrimaryColumn('text')
  order!: string;
  @PrimaryColumn('int')
  line!: number;
  /** still to come; 0: served */
  @Column('numeric', quantity)
  qty!: string;
  @Column('timestamptz')
  promiseAt!: Date;
  @Column('int')
  weight!: number;
}
