import type { Evidence } from '../evidence';
import { violation, type Violation } from '../violation';

/** Fixed operations are in the result exactly as given, with no changeover. */
export function fixedWork({ problem, placed }: Evidence): Violation[] {
  const found: Violation[] = [];
  for (const { op, station, start, end } of problem.fixed) {
    const placement = placed.get(op)?.placement;
    if (!placement) found.push(violation('fixed', op, 'fixed, but not placed'));
    else if (placement.station !== station || placement.start !== start || placement.end !== end)
      found.push(
        violation(
          'fixed',
          op,
          `fixed at ${station} [${start}, ${end}), placed at ${placement.station} [${placement.start}, ${placement.end})`,
        ),
      );
    else if (placement.runStart !== start)
      found.push(
        violation(
          'fixed',
          op,
          `fixed work has no changeover: runStart ${placement.runStart}, start ${start}`,
        ),
      );
  }
  return found;
}
