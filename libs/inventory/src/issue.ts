import { refuse, type BomLine, type Refusal } from '@takt/contracts';
import {
  Exact,
  bomCycle,
  checkWhole,
  decimalText,
  mostMeant,
  notBelowZero,
  sum,
  type Amount,
  type Boms,
} from '@takt/production';

/** What somebody wants to consume for a work order. */
export interface IssueAsked {
  readonly item: { readonly id: string; readonly unit: string };
  /** decimal text > 0 */
  readonly qty: string;
  /** the operation that consumes it; null: not told */
  readonly operation: string | null;
  /** why, as somebody says; empty: not told */
  readonly reason: string;
}

/** What surrounds it. */
export interface IssueContext {
  readonly workOrder: string;
  /** the item that the work order makes */
  readonly made: string;
  /** ids of its operations */
  readonly operations: readonly string[];
  /** what it consumes as planned, for the whole work order */
  readonly materials: readonly { readonly component: string; readonly qty: string }[];
  /** stock of the item outside work in progress; below 0 counts as none */
  readonly onHand: Amount;
  /** bills of materials of the item and of all below it */
  readonly boms: Boms;
}

const once = (component: string): BomLine => ({ component, qtyPer: '1', scrapPercent: 0, operationNo: null });

/** How many components are named to who issues something else. */
const NAMED = 10;

/** @returns `issue.unplanned` {item, workOrder, components} for what no line of the bill names and nobody gives a reason for · null */
function checkPlanned({ item, reason }: IssueAsked, { workOrder, materials }: IssueContext): Refusal | null {
  const components = [...new Set(materials.map(({ component }) => component))];
  if (reason !== '' || components.length === 0 || components.includes(item.id)) return null;
  const named = components.slice(0, NAMED).join(', ') + (components.length > NAMED ? ' …' : '');
  return refuse('issue.unplanned', { item: item.id, workOrder, components: named });
}

/**
 * Checks what is issued to a work order by hand. An item that its bill of materials does not name may take the place of another when
 * somebody says why; a work order without a bill takes anything. What the work order makes, or what is made of that, it never takes. More than is there may be used too and shows as stock below zero, but not far more than
 * lies there and is needed.
 * @returns `issue.own-product` · `issue.operation` · `quantity.fraction` · `issue.unplanned` · `issue.too-much` · null
 */
export function checkIssue(asked: IssueAsked, context: IssueContext): Refusal | null {
  const { item, qty, operation } = asked;
  const { workOrder, made, operations, materials, boms } = context;
  if (bomCycle(made, new Map([...boms, [made, [once(item.id)]]])) !== null)
    return refuse('issue.own-product', { item: item.id, workOrder });
  if (operation !== null && !operations.includes(operation))
    return refuse('issue.operation', { operation, workOrder, operations: operations.join(', ') });
  const split = checkWhole(item, qty);
  const wrong = split ?? checkPlanned(asked, context);
  if (wrong) return wrong;
  const onHand = notBelowZero(context.onHand);
  const planned = sum(materials.filter(({ component }) => component === item.id).map((one) => one.qty));
  const limit = mostMeant(onHand.plus(planned));
  if (new Exact(limit).greaterThanOrEqualTo(qty)) return null;
  return refuse('issue.too-much', {
    ...{ item: item.id, qty, unit: item.unit, workOrder, limit },
    ...{ onHand: decimalText(onHand), planned: decimalText(planned) },
  });
}
