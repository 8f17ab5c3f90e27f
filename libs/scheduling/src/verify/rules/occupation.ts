import type { Evidence } from '../evidence';
import { changeoverNeeded, stationSteps, type Step } from '../station-sequence';
import { violation, type Violation } from '../violation';
import type { WorkingTime } from '../working-time';

/**
 * A station does one operation at a time, from its changeover's start to its end, in working time: exactly the changeover,
 * then exactly the run; without a break where the operation is not interruptible. What is fixed is taken as given.
 */
export function occupation(evidence: Evidence): Violation[] {
  const found: Violation[] = [];
  for (const step of stationSteps(evidence)) {
    found.push(...overlap(step));
    const time = evidence.workingTime.get(step.placed.placement.station);
    if (step.placed.fixed || !step.placed.mode || !time) continue;
    found.push(...lengths(step, changeoverNeeded(step, evidence), time));
  }
  return found;
}

/** Two fixed operations, or a fixed one and the station's `freeAt`, may overlap: the problem says so, not the schedule. */
function overlap({ placed, busyUntil, busyWith }: Step): Violation[] {
  const { ref, placement } = placed;
  if (placement.start >= busyUntil || (placed.fixed && (!busyWith || busyWith.fixed))) return [];
  const state = busyWith ? `busy with ${busyWith.ref}` : 'not free';
  return [
    violation(
      'overlap',
      ref,
      `starts at ${placement.start}, ${placement.station} is ${state} until ${busyUntil}`,
    ),
  ];
}

function lengths({ placed }: Step, changeover: number, time: WorkingTime): Violation[] {
  const { ref, placement, mode, operation } = placed;
  const { station, start, runStart, end } = placement;
  const run = mode?.run ?? 0;
  const found: Violation[] = [];
  const changing = time.between(start, runStart);
  const running = time.between(runStart, end);
  if (changing !== changeover)
    found.push(
      violation('changeover', ref, `${changing} s of changeover on ${station}, needs ${changeover} s`),
    );
  if (running !== run) found.push(violation('run', ref, `runs ${running} s on ${station}, needs ${run} s`));
  if (!operation.interruptible && !time.holds(start, end))
    found.push(
      violation('interval', ref, `[${start}, ${end}) is not within one working interval of ${station}`),
    );
  return [...found, ...edges(placed.ref, placement, { changeover, run, time })];
}

interface Edges {
  changeover: number;
  run: number;
  time: WorkingTime;
}

/** Each named instant is the one at which work begins or ends, not one somewhere in the gap beside it. */
function edges(
  ref: string,
  { start, runStart, end }: { start: number; runStart: number; end: number },
  { changeover, run, time }: Edges,
): Violation[] {
  const loose: string[] = [];
  if (changeover > 0 && !time.works(start)) loose.push(`start ${start} is not working time`);
  if (changeover === 0 && start !== runStart)
    loose.push(`no changeover, but start ${start} is not runStart ${runStart}`);
  if (run > 0 && !time.works(runStart)) loose.push(`runStart ${runStart} is not working time`);
  if (run > 0 && !time.works(end - 1)) loose.push(`the last second before end ${end} is not working time`);
  if (run === 0 && runStart !== end) loose.push(`no run, but runStart ${runStart} is not end ${end}`);
  return loose.map((message) => violation('edge', ref, message));
}
