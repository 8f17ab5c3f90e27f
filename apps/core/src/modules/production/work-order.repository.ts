import { Injectable } from '@nestjs/common';
import type { BomLine, Replenishment, WorkOrderKind, WorkOrderStatus } from '@takt/contracts';
import { decimalText } from '@takt/production';
import { rowById, rowsOf, type Tx } from '../../platform/database';
import { WorkOrderEntity, WorkOrderMaterialEntity } from './work-order.entity';

/** A work order as decisions see it: quantities decimal text, instants epoch ms. */
export interface WorkOrderState {
  readonly id: string;
  readonly item: string;
  readonly qty: string;
  readonly kind: WorkOrderKind;
  readonly status: WorkOrderStatus;
  /** the order line it was released for */
  readonly order: string | null;
  readonly orderLine: number | null;
  /** the work order that this one reworks or feeds */
  readonly parent: string | null;
  /** the operation of the parent that waits for it; null: it reworks, or has no parent */
  readonly feedsOperationNo: number | null;
  readonly releaseAt: number;
  readonly dueAt: number;
  readonly weight: number;
  readonly lot: string;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly createdAt: number;
  readonly revision: number;
}

/** A component of a work order. */
export interface WorkOrderMaterial extends BomLine {
  readonly workOrder: string;
  /** from 0 */
  readonly position: number;
  readonly operationNo: number;
  /** for the whole work order */
  readonly qty: string;
  readonly qtyFromChild: string;
  /** neither there nor made here: the operation waits for it */
  readonly qtyShort: string;
}

const ms = (date: Date | null): number | null => (date === null ? null : date.getTime());
const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** A stored row as a work order. */
export function workOrderOf({ plant: _, ...row }: WorkOrderEntity): WorkOrderState {
  return {
    ...row,
    kind: row.kind as WorkOrderKind,
    status: row.status as WorkOrderStatus,
    qty: decimalText(row.qty),
    releaseAt: row.releaseAt.getTime(),
    dueAt: row.dueAt.getTime(),
    startedAt: ms(row.startedAt),
    endedAt: ms(row.endedAt),
    createdAt: row.createdAt.getTime(),
  };
}

function rowOf(plant: string, state: WorkOrderState): WorkOrderEntity {
  return {
    ...state,
    plant,
    releaseAt: new Date(state.releaseAt),
    dueAt: new Date(state.dueAt),
    startedAt: dateOf(state.startedAt),
    endedAt: dateOf(state.endedAt),
    createdAt: new Date(state.createdAt),
  };
}

function materialOf({ plant: _, ...row }: WorkOrderMaterialEntity): WorkOrderMaterial {
  return {
    ...row,
    qtyPer: decimalText(row.qtyPer),
    qty: decimalText(row.qty),
    qtyFromChild: decimalText(row.qtyFromChild),
    qtyShort: decimalText(row.qtyShort),
  };
}

/** Work orders and their materials in PostgreSQL. */
@Injectable()
export class WorkOrderRepository {
  /** Numbers for new work orders: `WO-1001` … */
  async nextIds(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select 'WO-' || nextval('work_order_number') as id from generate_series(1, $1)`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  /** One work order. */
  async find(tx: Tx, id: string): Promise<WorkOrderState | null> {
    const row = await rowById(tx, WorkOrderEntity, id);
    return row && workOrderOf(row);
  }

  /** One work order, locked until the commit: whoever changes it or its operations waits here. */
  async lock(tx: Tx, id: string): Promise<WorkOrderState | null> {
    const row = await rowById(tx, WorkOrderEntity, id, 'for no key update');
    return row && workOrderOf(row);
  }

  /** How an item is replenished. */
  async replenishmentOf(tx: Tx, item: string): Promise<Replenishment> {
    const [row] = await tx.query<{ replenishment: Replenishment }>(
      'select replenishment from item where plant = $1 and id = $2',
      [tx.plant, item],
    );
    return row?.replenishment ?? 'make-to-order';
  }

  /** Work orders that feed or rework another. */
  async children(tx: Tx, parent: string): Promise<WorkOrderState[]> {
    const rows = await rowsOf(tx, WorkOrderEntity, 'where plant = $1 and parent = $2 order by id', [
      tx.plant,
      parent,
    ]);
    return rows.map(workOrderOf);
  }

  /** Adds work orders. */
  async add(tx: Tx, states: readonly WorkOrderState[]): Promise<void> {
    await tx.of(WorkOrderEntity).insert(states.map((state) => rowOf(tx.plant, state)));
  }

  /** Stores a work order and counts its revision up. */
  async save(tx: Tx, state: WorkOrderState): Promise<WorkOrderState> {
    const next = { ...state, revision: state.revision + 1 };
    const { plant, id, ...values } = rowOf(tx.plant, next);
    await tx.of(WorkOrderEntity).update({ plant, id }, values);
    return next;
  }

  /** What a work order consumes. */
  async materials(tx: Tx, workOrder: string): Promise<WorkOrderMaterial[]> {
    const rows = await rowsOf(
      tx,
      WorkOrderMaterialEntity,
      'where plant = $1 and work_order = $2 order by position',
      [tx.plant, workOrder],
    );
    return rows.map(materialOf);
  }

  /** Adds materials. */
  async addMaterials(tx: Tx, materials: readonly WorkOrderMaterial[]): Promise<void> {
    if (materials.length === 0) return;
    await tx
      .of(WorkOrderMaterialEntity)
      .insert(materials.map((material) => ({ ...material, plant: tx.plant })));
  }

  /** Stores what is still short of a material. */
  async saveShort(tx: Tx, { workOrder, position, qtyShort }: WorkOrderMaterial): Promise<void> {
    await tx.of(WorkOrderMaterialEntity).update({ plant: tx.plant, workOrder, position }, { qtyShort });
  }

  /** Replaces the materials of a work order that has not begun. */
  async replaceMaterials(tx: Tx, workOrder: string, materials: readonly WorkOrderMaterial[]): Promise<void> {
    await tx.of(WorkOrderMaterialEntity).delete({ plant: tx.plant, workOrder });
    await this.addMaterials(tx, materials);
  }

  /** What open work orders lack of a component, the earliest due first. */
  async lacking(tx: Tx, component: string): Promise<WorkOrderMaterial[]> {
    const rows = await tx.query<WorkOrderMaterialEntity>(
      `select m.plant, m.work_order as "workOrder", m.position, m.operation_no as "operationNo", m.component, m.qty_per as "qtyPer",
         m.scrap_percent as "scrapPercent", m.qty, m.qty_from_child as "qtyFromChild", m.qty_short as "qtyShort"
       from work_order_material m join work_order w on w.plant = m.plant and w.id = m.work_order
       where m.plant = $1 and m.component = $2 and m.qty_short > 0 and w.status in ('released', 'running')
       order by w.due_at, w.weight desc, w.id, m.position`,
      [tx.plant, component],
    );
    return rows.map(materialOf);
  }

  /** Those of some components that open work orders lack. */
  async lackingOf(tx: Tx, components: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ component: string }>(
      `select distinct m.component from work_order_material m join work_order w on w.plant = m.plant and w.id = m.work_order
       where m.plant = $1 and m.component = any($2) and m.qty_short > 0 and w.status in ('released', 'running') order by 1`,
      [tx.plant, components],
    );
    return rows.map(({ component }) => component);
  }

  /**
   * Open work orders that make an item and feed no other, with the good pieces that each will still make: what its last operation
   * is to make, less what it has made. The earliest due first.
   */
  async openOutput(tx: Tx, item: string): Promise<{ workOrder: string; expected: string }[]> {
    const rows = await tx.query<{ id: string; expected: string }>(
      `select w.id, greatest(last.qty_target - last.qty_good, 0) as expected from work_order w
       join lateral (select qty_target, qty_good from operation o where o.plant = w.plant and o.work_order = w.id
         order by o.no desc limit 1) last on true
       where w.plant = $1 and w.item = $2 and w.status in ('released', 'running') and w.feeds_operation_no is null
         and w.kind <> 'import' order by w.due_at, w.id`,
      [tx.plant, item],
    );
    return rows.map(({ id, expected }) => ({ workOrder: id, expected: decimalText(expected) }));
  }
}
