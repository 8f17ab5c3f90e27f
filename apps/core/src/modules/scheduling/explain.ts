import type { Explanation } from '@takt/contracts';
import { bindingChain, type PlanningFacts } from '@takt/planning';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** The chain of what binds an operation in the plan in force; null when it is not planned. */
export function explainOperation(facts: PlanningFacts, operation: string): Explanation | null {
  const chain = bindingChain(facts, operation);
  return (
    chain && {
      operation,
      chain: chain.map(({ kind, subject, fromAt, untilAt }) => ({
        kind,
        subject,
        fromAt: iso(fromAt),
        untilAt: iso(untilAt),
      })),
    }
  );
}
