import type { Evidence } from '../evidence';
import { violation, type Violation } from '../violation';

/** Every placed operation is on a station that exists and that one of its modes names; its times are in order. */
export function assignment({ placed }: Evidence): Violation[] {
  const found: Violation[] = [];
  for (const { ref, placement, station, mode } of placed.values()) {
    const { start, runStart, end } = placement;
    if (!station) found.push(violation('station', ref, `no station ${placement.station}`));
    else if (!mode) found.push(violation('mode', ref, `no mode on ${placement.station}`));
    if (start > runStart || runStart > end)
      found.push(violation('run', ref, `start ${start}, runStart ${runStart}, end ${end} are not in order`));
  }
  return found;
}
