import { ANDON_STATUSES, refuse, type AndonStatus, type Refusal } from '@takt/contracts';
import { mayStep, type LifeCycle } from './life-cycle';

/** What people do with a call for help. */
export type AndonVerb = 'answer' | 'resolve';

/** Life of a call for help. Whoever solves it at once need not answer first. */
export const andonLife: LifeCycle<AndonStatus, AndonVerb> = {
  subject: 'andon call',
  statuses: ANDON_STATUSES,
  initial: ['open'],
  steps: [
    { step: 'answer', from: ['open'], to: ['answered'] },
    { step: 'resolve', from: ['open', 'answered'], to: ['resolved'] },
  ],
};

/** How a call stands. Instants are epoch ms. */
export interface AndonFacts {
  readonly id: string;
  readonly status: AndonStatus;
  readonly raisedAt: number;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly resolvedAt: number | null;
  readonly resolvedBy: string | null;
  /** steps of the escalation ladder: 0 lead, 1 planner, 2 manager */
  readonly escalation: number;
}

/** Longest ladder: beyond it there is nobody. */
const TOP_OF_LADDER = 2;

/**
 * Somebody answers or resolves a call.
 * @param by worker or user; null: the device did not say
 * @param at when, epoch ms; before the call was raised counts as at once
 * @returns the call after the step, or `andon.illegal-step`
 */
export function decideAndonStep(
  call: AndonFacts,
  step: AndonVerb,
  by: string | null,
  at: number,
): AndonFacts | Refusal {
  if (!mayStep(andonLife, call.status, step))
    return refuse('andon.illegal-step', { call: call.id, status: call.status, step });
  const when = Math.max(call.raisedAt, at);
  return step === 'answer'
    ? { ...call, status: 'answered', answeredAt: when, answeredBy: by }
    : { ...call, status: 'resolved', resolvedAt: when, resolvedBy: by };
}

/**
 * How far up the ladder a call has to be by now: one step for each time it was left unanswered that long. Asking twice gives
 * the same answer, so escalating twice never makes a second call.
 * @param withinSec time to answer, in seconds
 */
export function escalationOf(call: AndonFacts, withinSec: number, now: number): number {
  if (call.status !== 'open') return call.escalation;
  const steps = Math.floor((now - call.raisedAt) / (withinSec * 1000));
  return Math.max(call.escalation, Math.min(TOP_OF_LADDER, steps));
}
