import type { LateWork } from '@takt/contracts';
import { lateCauses, type BindingLink, type PlanningFacts } from '@takt/planning';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** A link of a chain for the API. */
export const linkOf = ({ kind, subject, fromAt, untilAt }: BindingLink): LateWork['binding'] => ({
  kind,
  subject,
  fromAt: iso(fromAt),
  untilAt: iso(untilAt),
});

/** What the plan in force finishes late, the latest first, and what binds it. */
export function lateWork(facts: PlanningFacts): LateWork[] {
  return lateCauses(facts).map((cause) => ({ ...cause, binding: linkOf(cause.binding) }));
}
