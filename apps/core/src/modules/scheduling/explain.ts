import type { Explanation, LateWork } from '@takt/contracts';
import { bindingChain, lateCauses, type BindingLink, type PlanningFacts } from '@takt/planning';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const linkOf = ({ kind, subject, fromAt, untilAt }: BindingLink): LateWork['binding'] => ({
  kind,
  subject,
  fromAt: iso(fromAt),
  untilAt: iso(untilAt),
});

/** The chain of what binds an operation in the plan in force; null when it is not planned. */
export function explainOperation(facts: PlanningFacts, operation: string): Explanation | null {
  const chain = bindingChain(facts, operation);
  return chain && { operation, chain: chain.map(linkOf) };
}

/** What the plan in force finishes late, the latest first, and what binds it. */
export function lateWork(facts: PlanningFacts): LateWork[] {
  return lateCauses(facts).map((cause) => ({ ...cause, binding: linkOf(cause.binding) }));
}
