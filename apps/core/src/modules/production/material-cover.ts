import { Inject, Injectable } from '@nestjs/common';
import { isRefusal } from '@takt/contracts';
import { Exact, componentNeeds, decimalText, notBelowZero, sum } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { LedgerPort } from './ports';
import { Releaser } from './releaser';
import { WorkOrderRepository, type WorkOrderMaterial, type WorkOrderState } from './work-order.repository';

/** Sees to it that work orders get their components: kept from stock, made by child work orders, or named as short. */
@Injectable()
export class MaterialCover {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly releaser: Releaser,
    private readonly ledger: LedgerPort,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Stock of a component has come in: work orders that lack it get it, the earliest due first.
   * @returns the work orders that got any
   */
  async arrived(tx: Tx, component: string): Promise<string[]> {
    const lacking = await this.workOrders.lacking(tx, component);
    const served = new Set<string>();
    for (const material of lacking) {
      const got = await this.keep(tx, material, material.qtyShort);
      if (got.isZero()) break;
      served.add(material.workOrder);
      await this.workOrders.saveShort(tx, {
        ...material,
        qtyShort: decimalText(new Exact(material.qtyShort).minus(got)),
      });
    }
    return [...served];
  }

  /** A child work order has made pieces: they are kept for its parent. */
  async childMade(tx: Tx, child: WorkOrderState, qty: string): Promise<void> {
    const found = await this.parentOf(tx, child);
    if (found) await this.keep(tx, found.material, qty);
  }

  /** Pieces of a child work order were reported by mistake: they are not kept for its parent. */
  async childUnmade(tx: Tx, child: WorkOrderState, qty: string): Promise<void> {
    const found = await this.parentOf(tx, child);
    if (!found) return;
    const { workOrder, operationNo, component: item } = found.material;
    await this.ledger.loosen(tx, { workOrder, operationNo, item, qty });
  }

  /** A child work order has ended: what it did not make is found elsewhere. */
  async childEnded(tx: Tx, child: WorkOrderState, good: string): Promise<void> {
    const found = await this.parentOf(tx, child);
    if (found) await this.cover(tx, found.parent, found.material, new Exact(child.qty).minus(good));
  }

  /** A work order consumes no more: what is kept for it is given back. */
  dropped(tx: Tx, workOrder: string): Promise<void> {
    return this.ledger.giveBack(tx, [workOrder]);
  }

  /** A child was cancelled: its parent lacks what it would have made. @returns the parent, when there is one that goes on */
  async childCancelled(tx: Tx, child: WorkOrderState): Promise<string | null> {
    const found = await this.parentOf(tx, child);
    if (!found) return null;
    const { parent, material } = found;
    await this.workOrders.saveShort(tx, {
      ...material,
      qtyShort: decimalText(new Exact(material.qtyShort).plus(child.qty)),
    });
    return parent.id;
  }

  /**
   * Covers the materials of a work order anew, as after its quantity changed.
   * @param left pieces that an operation is still to make, decimal text; absent: it has not begun
   */
  async renew(
    tx: Tx,
    workOrder: WorkOrderState,
    left: (operationNo: number) => string = () => workOrder.qty,
  ): Promise<void> {
    await this.ledger.giveBack(tx, [workOrder.id]);
    const before = await this.workOrders.materials(tx, workOrder.id);
    const needs = componentNeeds(before, workOrder.qty);
    const renewed = before.map((material, i) => ({
      ...material,
      qty: decimalText(needs[i]?.qty ?? 0),
      qtyFromChild: '0',
      qtyShort: '0',
    }));
    await this.workOrders.replaceMaterials(tx, workOrder.id, renewed);
    const children = await this.workOrders.children(tx, workOrder.id);
    for (const material of renewed) {
      const coming = children.filter(
        (child) =>
          child.feedsOperationNo === material.operationNo &&
          child.item === material.component &&
          (child.status === 'released' || child.status === 'running'),
      );
      const [need] = componentNeeds([material], left(material.operationNo));
      const rest = new Exact(need?.qty ?? 0).minus(sum(coming.map(({ qty }) => qty)));
      await this.cover(tx, workOrder, material, notBelowZero(rest));
    }
  }

  /** The parent that a work order feeds, and as what; null: it feeds none that goes on. */
  private async parentOf(
    tx: Tx,
    { parent: id, item, feedsOperationNo }: WorkOrderState,
  ): Promise<{ parent: WorkOrderState; material: WorkOrderMaterial } | null> {
    const parent = id === null || feedsOperationNo === null ? null : await this.workOrders.find(tx, id);
    if (parent?.status !== 'released' && parent?.status !== 'running') return null;
    const materials = await this.workOrders.materials(tx, parent.id);
    const material = materials.find(
      ({ component, operationNo }) => component === item && operationNo === feedsOperationNo,
    );
    return material ? { parent, material } : null;
  }

  private async cover(
    tx: Tx,
    workOrder: WorkOrderState,
    material: WorkOrderMaterial,
    qty: Exact,
  ): Promise<void> {
    if (!qty.greaterThan(0)) return;
    const rest = qty.minus(await this.keep(tx, material, decimalText(qty)));
    if (rest.isZero()) return;
    const { kind, order, orderLine, dueAt, weight } = workOrder;
    const released = await this.releaser.release(tx, material.component, decimalText(rest), {
      ...{ kind, order, orderLine, dueAt, weight },
      releaseAt: this.clock.now(),
      parent: workOrder.id,
      feedsOperationNo: material.operationNo,
    });
    if (!isRefusal(released)) return;
    await this.workOrders.saveShort(tx, {
      ...material,
      qtyShort: decimalText(rest.plus(material.qtyShort)),
    });
  }

  private async keep(tx: Tx, material: WorkOrderMaterial, qty: string): Promise<Exact> {
    if (new Exact(qty).isZero()) return new Exact(0);
    const { workOrder, operationNo, component: item } = material;
    const [kept = '0'] = await this.ledger.keep(tx, [{ workOrder, operationNo, item, qty }]);
    return new Exact(kept);
  }
}
