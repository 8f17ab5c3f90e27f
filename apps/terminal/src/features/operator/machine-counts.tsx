import { reportRoutes, stationRoutes, type Report } from '@takt/contracts';
import { Figure, useFormat, useRead } from '@takt/ui';
import { useShift } from '../../lib/use-shift';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { useLiveStation } from './use-station';

/** What people entered: pieces good, taken-back reports left out. */
function entered(reports: readonly Report[]): number {
  return reports
    .filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null)
    .reduce((sum, { good }) => sum + Number(good), 0);
}

/**
 * Pieces of this shift: as the machine counted them, and as people entered them. Which of them holds is a rule of the
 * station; the other one stands beside it with the difference.
 */
export function MachineCounts({ station }: { station: string }) {
  const say = useFloorText();
  const format = useFormat();
  const { line } = useTerminal();
  const live = useLiveStation(station);
  const shift = useShift(line);
  const set = useRead(stationRoutes.get, { params: { station } });
  const reports = useRead(
    reportRoutes.list,
    { query: { filter: `station:${station},from:${shift?.startAt ?? ''}`, sort: '-at', limit: 500 } },
    { enabled: shift !== undefined, keep: true },
  );
  if (!live || live.state === 'unknown' || !reports.data) return null;
  const people = entered(reports.data.items);
  const machineHolds = set.data?.countSource === 'machine';
  const difference = people - live.goodShift;
  return (
    <Figure
      size={3}
      label={say('counts.shift')}
      value={format.qty(machineHolds ? live.goodShift : people)}
      note={
        difference === 0
          ? say('counts.agree')
          : say(machineHolds ? 'counts.people' : 'counts.machine', {
              count: format.qty(machineHolds ? people : live.goodShift),
            })
      }
      tone={difference === 0 ? undefined : 'yellow'}
    />
  );
}
