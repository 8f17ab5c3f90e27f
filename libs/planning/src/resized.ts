import type { Trigger } from '@takt/contracts';
import type { PlanEntry } from './facts';

/**
 * Operations of work orders whose quantity was changed: those who run them must hear of it. That work takes longer or shorter because it
 * has begun, or goes at another pace, is no change to them: they see it themselves.
 * @param triggers what the plan answers
 * @param entries the plan
 * @returns ids of operations
 */
export function resizedBy(
  triggers: readonly Trigger[],
  entries: readonly Pick<PlanEntry, 'operation' | 'workOrder'>[],
): Set<string> {
  const orders = new Set(
    triggers.flatMap(({ kind, facts: { workOrder, fields } }) =>
      kind === 'order-changed' && String(fields).split(', ').includes('qty') ? [workOrder] : [],
    ),
  );
  return new Set(entries.filter(({ workOrder }) => orders.has(workOrder)).map(({ operation }) => operation));
}
