import {
  andonRoutes,
  attendanceRoutes,
  noticeRoutes,
  operationRoutes,
  stationRoutes,
  telemetryRoutes,
  type Operation,
} from '@takt/contracts';
import { useRead } from '@takt/ui';
import { useMemo } from 'react';
import { mayDecide, usePeople } from '../../lib/people';
import { useTerminal } from '../../lib/terminal';

const OPEN = 'status:running|paused|held|ready|waiting';

/** Stations of the line in the order in which work flows. */
export function useLineStations() {
  const { line } = useTerminal();
  return useRead(stationRoutes.list, {
    query: { filter: `line:${line}`, sort: 'position', limit: 200 },
  });
}

/** Stations of the line as they are. */
export function useLineLive() {
  const { line } = useTerminal();
  return useRead(telemetryRoutes.live, { query: { line } });
}

/** Open operations of the line, as planned. */
export function useLineOperations() {
  const { line } = useTerminal();
  return useRead(operationRoutes.list, {
    query: { filter: `line:${line},${OPEN}`, sort: 'plannedStartAt', limit: 500 },
  });
}

/** Open operations of each station, as planned. */
export function useOperationsByStation(): ReadonlyMap<string, readonly Operation[]> {
  const { data } = useLineOperations();
  return useMemo(() => {
    const map = new Map<string, Operation[]>();
    for (const operation of data?.items ?? []) {
      if (operation.station === null) continue;
      map.set(operation.station, [...(map.get(operation.station) ?? []), operation]);
    }
    return map;
  }, [data]);
}

/** Changes on the line that somebody has not acknowledged, the oldest first. */
export function useLineNotices() {
  const { line } = useTerminal();
  return useRead(noticeRoutes.list, {
    query: { filter: `open:yes,line:${line}`, sort: 'raisedAt', limit: 200 },
  });
}

/** Calls for help on the line that are not resolved, the oldest first. */
export function useLineCalls() {
  const { line } = useTerminal();
  return useRead(andonRoutes.list, {
    query: { filter: `line:${line},status:open|answered`, sort: 'raisedAt', limit: 100 },
  });
}

/** Stops on the line without a reason, the newest first. */
export function useLineStops() {
  const { line } = useTerminal();
  return useRead(telemetryRoutes.stops, {
    query: { filter: `line:${line},explained:no`, sort: '-startAt', limit: 100 },
  });
}

/** Who is here now. */
export function usePresent() {
  return useRead(attendanceRoutes.present);
}

/** The person who may decide for the line: signed in here with the right role. */
export function useDecider() {
  return usePeople().find(mayDecide);
}
