import type { Evidence } from '../evidence';
import { violation, type Violation } from '../violation';

/** Every operation of the problem is placed once or listed as unplaced, never both; nothing else is in the result. */
export function presence({ schedule, known, unplaced }: Evidence): Violation[] {
  const found: Violation[] = [];
  const seen = new Set<string>();
  for (const { op } of schedule.operations) {
    if (!known.has(op))
      found.push(violation('presence', op, 'placed, but the problem has no such operation'));
    if (seen.has(op)) found.push(violation('presence', op, 'placed twice'));
    seen.add(op);
  }
  for (const op of unplaced)
    if (!known.has(op))
      found.push(violation('presence', op, 'unplaced, but the problem has no such operation'));
  for (const ref of known.keys()) {
    if (seen.has(ref) && unplaced.has(ref))
      found.push(violation('presence', ref, 'both placed and unplaced'));
    if (!seen.has(ref) && !unplaced.has(ref))
      found.push(violation('presence', ref, 'neither placed nor unplaced'));
  }
  return found;
}
