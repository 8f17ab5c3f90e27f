import type { Model } from '../model/model';

/** Mean run over all modes in seconds, at least 1. */
export function meanRun({ modes }: Model): number {
  let sum = 0;
  for (const run of modes.run) sum += run;
  return Math.max(1, sum / Math.max(1, modes.run.length));
}

/** What it costs that an average job is late by an average run. */
export function unitOfCost(model: Model): number {
  let weight = 0;
  for (const w of model.jobs.weight) weight += w;
  return Math.max(1, (meanRun(model) * weight) / Math.max(1, model.jobs.count));
}
