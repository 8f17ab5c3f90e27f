import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, type RoutingOperation } from '@takt/contracts';
import {
  checkWhole,
  componentNeeds,
  decimalText,
  operationId,
  releaseWorkOrders,
  type OperationDraft,
  type Release,
  type WorkOrderDraft,
} from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { ProductCatalog, type ProductView } from '../product';
import { InstructionRepository, type OperationSteps } from './instruction.repository';
import { OperationRepository, type OperationState } from './operation.repository';
import { LedgerPort, type MaterialNeed, type ReleaseTerms } from './ports';
import { WorkOrderRepository, type WorkOrderMaterial, type WorkOrderState } from './work-order.repository';

/** Turns a demand into work orders with everything below them: operations, materials, children. */
@Injectable()
export class Releaser {
  constructor(
    private readonly catalog: ProductCatalog,
    private readonly workOrders: WorkOrderRepository,
    private readonly operations: OperationRepository,
    private readonly instructions: InstructionRepository,
    private readonly ledger: LedgerPort,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Releases work orders. Announces `work-order.released` for each.
   * @returns `reference.unknown` · `quantity.fraction` · `item.inactive` · `item.no-routing` · `routing.invalid` · `bom.cycle`, or the work orders that
   * make the item itself
   */
  async release(tx: Tx, item: string, qty: string, terms: ReleaseTerms): Promise<WorkOrderState[] | Refusal> {
    const view = shortened(await this.catalog.below(tx, [item]), item, terms);
    const made = view.items.get(item);
    const split = terms.byPerson && made ? checkWhole(made, qty) : null;
    if (split) return split;
    const components = [...view.items.keys()].filter((id) => id !== item);
    const { kind, order, orderLine, releaseAt, dueAt, weight } = terms;
    const release = releaseWorkOrders(
      { item, qty, kind, order, orderLine, releaseAt, dueAt, weight },
      view,
      await this.ledger.free(tx, components),
    );
    return isRefusal(release) ? release : this.keep(tx, release, { view, terms });
  }

  private async keep(
    tx: Tx,
    { workOrders: drafts }: Release,
    { view, terms }: { view: ProductView; terms: ReleaseTerms },
  ): Promise<WorkOrderState[]> {
    const [first, ...rest] = await this.workOrders.nextIds(tx, drafts.length);
    const ids = [terms.id ?? first ?? '', ...rest];
    const states = drafts.map((draft, i) => this.stateOf(ids, draft, { id: ids[i] ?? '', terms }));
    await this.workOrders.add(tx, states);
    await this.operations.add(
      tx,
      drafts.flatMap((draft, i) => draft.operations.map((operation) => operationOf(ids[i] ?? '', operation))),
    );
    await this.instructions.add(
      tx,
      drafts.flatMap((draft, i) => instructionsOf(ids[i] ?? '', draft)),
    );
    const materials = drafts.flatMap((draft, i) => materialsOf(ids[i] ?? '', draft, view));
    await this.workOrders.addMaterials(tx, materials);
    await this.ledger.keep(
      tx,
      drafts.flatMap((draft, i) => fromStock(ids[i] ?? '', draft)),
    );
    for (const { id, item, kind } of states)
      tx.announce('work-order.released', { workOrder: id, item, kind });
    return states.filter((_, i) => drafts[i]?.parent === null);
  }

  private stateOf(
    ids: readonly string[],
    draft: WorkOrderDraft,
    { id, terms }: { id: string; terms: ReleaseTerms },
  ): WorkOrderState {
    const top = draft.parent === null;
    const { item, qty, kind, order, orderLine, releaseAt, dueAt, weight } = draft;
    return {
      ...{ id, item, qty, kind, order, orderLine, releaseAt, dueAt, weight },
      status: 'released',
      parent: draft.parent === null ? (terms.parent ?? null) : (ids[draft.parent] ?? null),
      feedsOperationNo: top ? (terms.feedsOperationNo ?? null) : draft.feedsOperationNo,
      lot: id,
      startedAt: null,
      endedAt: null,
      createdAt: this.clock.now(),
      revision: 1,
    };
  }
}

/** The products as rework and history see them: only some operations of the routing, and no bill of materials. */
function shortened(view: ProductView, item: string, { kind, operations }: ReleaseTerms): ProductView {
  if (kind !== 'rework' && kind !== 'import') return view;
  const routing: readonly RoutingOperation[] = view.routings.get(item) ?? [];
  const kept = operations === undefined ? routing : routing.filter(({ no }) => operations.includes(no));
  const boms = new Map([...view.boms].filter(([id]) => id !== item));
  return kept.length === 0 ? view : { ...view, boms, routings: new Map([...view.routings, [item, kept]]) };
}

function operationOf(workOrder: string, { no, routing, qtyTarget, status }: OperationDraft): OperationState {
  const { name, nameZh, family, skill, crew, stations, waitMinSec, waitMaxSec, interruptible } = routing;
  const only = stations.length === 1 ? stations[0]?.station : undefined;
  return {
    ...{ workOrder, no, name, family, skill, crew, waitMinSec, waitMaxSec, interruptible, status, qtyTarget },
    id: operationId(workOrder, no),
    nameZh: nameZh ?? null,
    holdReason: null,
    qtyGood: '0',
    qtyScrap: '0',
    qtyRework: '0',
    station: only ?? null,
    eligible: stations.map(({ station }) => station),
    ways: stations,
    limits: routing.limits,
    instruction: routing.instruction,
    instructionZh: routing.instructionZh,
    plannedStartAt: null,
    plannedEndAt: null,
    predictedEndAt: null,
    startedAt: null,
    endedAt: null,
    workers: [],
    pinned: false,
    revision: 1,
  };
}

/** How the operations are done, as the routing says it now. */
function instructionsOf(workOrder: string, { operations }: WorkOrderDraft): OperationSteps[] {
  return operations.map(({ no, routing: { steps } }) => ({ operation: operationId(workOrder, no), steps }));
}

/** The bill of materials as it is now, line by line, with how each need is covered. Rework and history consume nothing new. */
function materialsOf(workOrder: string, draft: WorkOrderDraft, view: ProductView): WorkOrderMaterial[] {
  if (draft.kind === 'rework' || draft.kind === 'import') return [];
  const lines = view.boms.get(draft.item) ?? [];
  const whole = componentNeeds(lines, draft.qty);
  return lines.map((line, position) => ({
    ...line,
    workOrder,
    position,
    operationNo: draft.needs[position]?.operationNo ?? draft.operations[0]?.no ?? 0,
    qty: draft.needs[position]?.qty ?? decimalText(whole[position]?.qty ?? 0),
    qtyFromChild: draft.needs[position]?.fromChild ?? '0',
    qtyShort: draft.needs[position]?.short ?? '0',
  }));
}

function fromStock(workOrder: string, draft: WorkOrderDraft): MaterialNeed[] {
  return draft.needs
    .filter(({ fromStock: qty }) => qty !== '0')
    .map(({ operationNo, component, fromStock: qty }) => ({ workOrder, operationNo, item: component, qty }));
}
