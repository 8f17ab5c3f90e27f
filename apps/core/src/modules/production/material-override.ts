import { Injectable } from '@nestjs/common';
import { refuse, type BomLine, type Refusal } from '@takt/contracts';
import { checkBom, checkBomPlaces, decimalText, toGo } from '@takt/production';
import type { Tx } from '../../platform/database';
import { ProductCatalog } from '../product';
import { MaterialCover } from './material-cover';
import { OperationRepository, type OperationState } from './operation.repository';
import { WorkOrderCloser } from './work-order.closer';
import { WorkOrderRepository, type WorkOrderState } from './work-order.repository';

/** Gives a work order other components than the bill of materials says. */
@Injectable()
export class MaterialOverride {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly operations: OperationRepository,
    private readonly catalog: ProductCatalog,
    private readonly cover: MaterialCover,
    private readonly closer: WorkOrderCloser,
  ) {}

  /**
   * Replaces the components for all pieces that are still to be made.
   * @returns `reference.unknown` · `routing.invalid` · `bom.cycle` · null when it is done
   */
  async replace(tx: Tx, workOrder: WorkOrderState, lines: readonly BomLine[]): Promise<Refusal | null> {
    const { id } = workOrder;
    const operations = await this.operations.of(tx, [id]);
    const wrong = await this.wrong(tx, workOrder, { lines, operations });
    if (wrong) return wrong;
    await this.closer.cancelFeeders(tx, workOrder);
    await this.workOrders.replaceMaterials(
      tx,
      id,
      lines.map((line, position) => ({
        ...line,
        ...{ workOrder: id, position, qty: '0', qtyFromChild: '0', qtyShort: '0' },
        operationNo: line.operationNo ?? operations[0]?.no ?? 0,
      })),
    );
    const saved = await this.workOrders.save(tx, workOrder);
    await this.cover.renew(tx, saved, (no) => {
      const operation = operations.find((one) => one.no === no);
      return operation ? decimalText(toGo(operation)) : workOrder.qty;
    });
    tx.announce('work-order.changed', { workOrder: id, fields: ['materials'] });
    await this.closer.settle(tx, id);
    return null;
  }

  private async wrong(
    tx: Tx,
    { item }: WorkOrderState,
    { lines, operations }: { lines: readonly BomLine[]; operations: readonly OperationState[] },
  ): Promise<Refusal | null> {
    const view = await this.catalog.below(
      tx,
      lines.map(({ component }) => component),
    );
    const unknown = lines.find(({ component }) => !view.items.has(component));
    if (unknown)
      return refuse('reference.unknown', { field: 'component', kind: 'item', id: unknown.component });
    const numbers = operations.map(({ no }) => no);
    return checkBomPlaces(item, numbers, lines) ?? checkBom(item, lines, view.boms);
  }
}
