import { reportRoutes, stationRoutes } from '@takt/contracts';
import { useFormat, usePages, useRead, WhenLoaded } from '@takt/ui';
import { useNavigate } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { rankCauses } from './pareto';
import { ParetoChart } from './pareto-chart';
import { figureAddress, type Scope } from './use-scope';
import { useWhole } from './use-whole';

/** The stations that are looked at, as a filter of reports; empty: all of them. */
function useStationFilter({ narrowed: { line, station } }: Scope): string {
  const stations = useRead(stationRoutes.list, { query: { limit: 500 } }).data?.items ?? [];
  if (station !== undefined) return `,station:${station}`;
  const own = stations.filter((each) => each.line === line).map(({ id }) => id);
  return own.length === 0 ? '' : `,station:${own.join('|')}`;
}

/** Pieces scrapped by reason, as people reported them. */
export function ScrapLosses({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const { from, to } = scope.window;
  const stations = useStationFilter(scope);
  const pages = usePages(reportRoutes.list, {
    query: { limit: 500, filter: `from:${from},to:${to},type:quantity|complete${stations}` },
  });
  const { rows, more } = useWhole(pages);
  const causes = rankCauses(
    rows
      .filter(({ reversedBy, reverses }) => reversedBy === null && reverses === null)
      .map(({ scrapReason, scrap }) => ({ key: scrapReason ?? '', amount: Number(scrap) })),
  );
  return (
    <WhenLoaded of={pages}>
      {() => (
        <ParetoChart
          title={say('losses.scrap')}
          causes={causes}
          nameOf={(key) => (key === '' ? say('losses.no-reason') : names.reason(key))}
          write={(amount) => `${format.qty(amount)} ${format.unit('pcs')}`}
          open={{
            label: say('losses.look-facts'),
            onOpen: () => void go(figureAddress('scrap-ratio', scope, { facts: 'miss' })),
          }}
          more={more}
        />
      )}
    </WhenLoaded>
  );
}
