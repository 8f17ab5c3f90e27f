import { reportRoutes, scheduleRoutes, telemetryRoutes } from '@takt/contracts';
import { useFactoryNow, useFormat, usePages, useRead, WhenLoaded } from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import css from './figures.module.css';
import { rankCauses } from './pareto';
import { ParetoChart } from './pareto-chart';
import type { Scope } from './use-scope';

const LIMIT = 500;
const MINUTE = 60_000;

/** Filter of a list route: the window, and what it is narrowed to. */
function filterOf({ window, narrowed }: Scope, keys: readonly ('line' | 'station')[]): string {
  const own = keys.flatMap((key) => (narrowed[key] ? [`${key}:${narrowed[key]}`] : []));
  return [`from:${window.from}`, `to:${window.to}`, ...own].join(',');
}

/** Time lost by reason of stops. */
function Stops({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(MINUTE);
  const pages = usePages(telemetryRoutes.stops, {
    query: { limit: LIMIT, filter: filterOf(scope, ['line', 'station']) },
  });
  const causes = useMemo(
    () =>
      rankCauses(
        (pages.data?.pages.flatMap(({ items }) => items) ?? []).map(({ reason, startAt, endAt }) => ({
          key: reason ?? '',
          amount: ((endAt === null ? now : Date.parse(endAt)) - Date.parse(startAt)) / 1000,
        })),
      ),
    [pages.data, now],
  );
  return (
    <WhenLoaded of={pages}>
      {() => (
        <ParetoChart
          title={say('losses.stops')}
          causes={causes}
          nameOf={(key) => (key === '' ? say('losses.unexplained') : names.reason(key))}
          write={(amount) => format.duration(amount)}
          more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        />
      )}
    </WhenLoaded>
  );
}

/** Pieces scrapped by reason. */
function Scrap({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const pages = usePages(reportRoutes.list, {
    query: { limit: LIMIT, filter: `${filterOf(scope, ['station'])},type:quantity|complete` },
  });
  const causes = useMemo(
    () =>
      rankCauses(
        (pages.data?.pages.flatMap(({ items }) => items) ?? [])
          .filter(({ reversedBy, reverses }) => reversedBy === null && reverses === null)
          .map(({ scrapReason, scrap }) => ({ key: scrapReason ?? '', amount: Number(scrap) })),
      ),
    [pages.data],
  );
  return (
    <WhenLoaded of={pages}>
      {() => (
        <ParetoChart
          title={say('losses.scrap')}
          causes={causes}
          nameOf={(key) => (key === '' ? say('losses.no-reason') : names.reason(key))}
          write={(amount) => `${format.qty(amount)} ${format.unit('pcs')}`}
          more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        />
      )}
    </WhenLoaded>
  );
}

/** Lateness of the plan in force by the station where the late work is finished. */
function Late({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const { line } = scope.narrowed;
  const current = useRead(scheduleRoutes.current, line === undefined ? {} : { query: { line } });
  const causes = useMemo(
    () =>
      rankCauses(
        (current.data?.entries ?? [])
          .filter(({ late }) => late)
          .map(({ station, endAt, dueAt }) => ({
            key: station,
            amount: Math.max(1, (Date.parse(endAt) - Date.parse(dueAt)) / 1000),
          })),
      ),
    [current.data],
  );
  return (
    <WhenLoaded of={current}>
      {() => (
        <ParetoChart
          title={say('losses.late')}
          causes={causes}
          nameOf={names.station}
          write={(amount) => format.duration(amount)}
          onOpen={() => void go('/schedule')}
        />
      )}
    </WhenLoaded>
  );
}

/** Where it is lost: stops, scrap, lateness, each by cause. */
export function LossesView({ scope }: { scope: Scope }) {
  return (
    <div className={css.losses}>
      <Stops scope={scope} />
      <Scrap scope={scope} />
      <Late scope={scope} />
    </div>
  );
}
