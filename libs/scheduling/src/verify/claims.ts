import { chainFaults } from './chains';
import type { Evidence } from './evidence';
import { completeJobs, leftBaseline, type Terms } from './terms';
import { violation, type Violation } from './violation';

/** Compares what the schedule claims of itself (score, terms, late jobs, bound) with what was recomputed. */
export function claims(evidence: Evidence, terms: Terms): Violation[] {
  return [
    ...scoreClaims(evidence, terms),
    ...movedClaims(evidence, terms),
    ...lateClaims(evidence),
    ...boundClaim(evidence, terms),
  ];
}

/** Sum of all terms. */
export function total(terms: Terms): bigint {
  return Object.values(terms).reduce((sum, term) => sum + term, 0n);
}

function scoreClaims({ schedule }: Evidence, terms: Terms): Violation[] {
  const found: Violation[] = [];
  for (const [name, value] of Object.entries(terms) as [keyof Terms, bigint][])
    if (BigInt(schedule.terms[name]) !== value)
      found.push(violation('score', `terms.${name}`, `claims ${schedule.terms[name]}, is ${value}`));
  if (BigInt(schedule.score) !== total(terms))
    found.push(violation('score', 'score', `claims ${schedule.score}, is ${total(terms)}`));
  return found;
}

function movedClaims(evidence: Evidence, terms: Terms): Violation[] {
  const { moved } = evidence.schedule;
  if (!moved) return [];
  const exact = { ...leftBaseline(evidence), cost: Number(terms.moves) };
  return (Object.keys(exact) as (keyof typeof exact)[]).flatMap((name) =>
    moved[name] === exact[name]
      ? []
      : [violation('moved', `moved.${name}`, `claims ${moved[name]}, is ${exact[name]}`)],
  );
}

function lateClaims(evidence: Evidence): Violation[] {
  const found: Violation[] = [];
  const claimed = new Map(evidence.schedule.late.map((entry) => [entry.job, entry]));
  for (const span of completeJobs(evidence)) {
    const { job, last } = span;
    const by = job.due == null ? 0 : Math.max(0, last - job.due);
    const claim = claimed.get(job.id);
    if ((claim?.bySeconds ?? 0) !== by)
      found.push(violation('late', job.id, `claimed late by ${claim?.bySeconds ?? 0} s, is late by ${by} s`));
    if (by === 0 || !claim) continue;
    if (claim.chain.length === 0) found.push(violation('late', job.id, 'late without a chain of reasons'));
    else found.push(...chainFaults(evidence, span, claim.chain));
  }
  const jobs = new Set(evidence.problem.jobs.map(({ id }) => id));
  for (const id of claimed.keys())
    if (!jobs.has(id)) found.push(violation('late', id, 'claimed late, but no such job'));
  return found;
}

function boundClaim({ schedule }: Evidence, terms: Terms): Violation[] {
  const { bound, unplaced } = schedule;
  if (bound == null || unplaced.length > 0 || bound <= Number(total(terms))) return [];
  return [violation('bound', 'bound', `claims that no plan is below ${bound}, this one is ${total(terms)}`)];
}
