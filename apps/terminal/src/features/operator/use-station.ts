import {
  andonRoutes,
  noticeRoutes,
  operationRoutes,
  stationRoutes,
  telemetryRoutes,
  type ReportBy,
} from '@takt/contracts';
import { useFactoryNow, useFormat, useRead } from '@takt/ui';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useExpected } from '../../lib/outbox/entries';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { useTerminal } from '../../lib/terminal';
import { sinceTouchMs } from '../../lib/touch';
import { steadyWork } from './steady-work';

const QUEUE = 'status:running|paused|ready|waiting|held';
/** Somebody is at the screen while it was touched so lately, in real ms. */
const AT_SCREEN_MS = 8000;

/** The station that the screen shows: the first it is bound to unless another one was chosen. */
export function useStationId(): string {
  const { stations } = useTerminal();
  const [query] = useSearchParams();
  const asked = query.get('station');
  return asked !== null && stations.includes(asked) ? asked : (stations[0] ?? '');
}

/** A station by its id, with its name for the reader. */
export function useStationName(station: string): string {
  const format = useFormat();
  const { data } = useRead(stationRoutes.get, { params: { station } });
  return data ? format.name(data) : station;
}

/** How people tell what they made at a station: a rule of its set-up. */
export function useReportBy(station: string): ReportBy {
  return useRead(stationRoutes.get, { params: { station } }).data?.reportBy ?? 'keypad';
}

/** The queue of a station, with what was entered here and is not in it yet. */
export function useQueue(station: string) {
  const read = useRead(operationRoutes.list, {
    query: { filter: `station:${station},${QUEUE}`, sort: 'plannedStartAt', limit: 50 },
  });
  return { read, operations: useExpected(read.data?.items, read.dataUpdatedAt) };
}

/** Changes at the stations of this screen that nobody has acknowledged, the oldest first. */
export function useOpenNotices(stations: readonly string[]) {
  const { data } = useRead(noticeRoutes.list, {
    query: { filter: `open:yes,station:${stations.join('|')}`, sort: 'raisedAt', limit: 50 },
  });
  return useMemo(() => data?.items ?? [], [data]);
}

/** The state of a station as its machine tells it. */
export function useLiveStation(station: string) {
  const { line } = useTerminal();
  const { data } = useRead(telemetryRoutes.live, { query: { line } });
  return data?.find((each) => each.station === station);
}

/** Calls for help of a station that are not resolved. */
export function useCalls(station: string) {
  const { data } = useRead(andonRoutes.list, {
    query: { filter: `station:${station},status:open|answered`, sort: 'raisedAt', limit: 20 },
  });
  return useMemo(() => data?.items ?? [], [data]);
}

/** What a station makes now and next; what stands under a finger is not swapped. */
export function useWork(station: string) {
  const { read, operations } = useQueue(station);
  const { stations } = useTerminal();
  const [query] = useSearchParams();
  const chosen = query.get('operation');
  const notices = useOpenNotices(stations);
  const noticed = useMemo(
    () => new Set(notices.flatMap(({ operation }) => (operation === null ? [] : [operation]))),
    [notices],
  );
  useFactoryNow(); // looks once a second whether somebody is still there
  const [shown, setShown] = useState<ExpectedOperation>();
  const asked = operations.find(({ id }) => id === chosen) ?? shown;
  const held = asked?.id === chosen || noticed.size > 0 || sinceTouchMs() < AT_SCREEN_MS;
  const here = asked?.station === station || asked?.station === null ? asked : undefined;
  const work = steadyWork(operations, { shown: here, held, noticed });
  useEffect(() => setShown(work.now), [work.now]);
  return { ...work, read, operations };
}
