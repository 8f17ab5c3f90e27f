import { kpiRoutes, stationRoutes } from '@takt/contracts';
import { useFormat, usePages, useRead, WhenLoaded } from '@takt/ui';
import { useNavigate } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { SHORT_STOPS, stopCauses } from './loss-causes';
import { ParetoChart } from './pareto-chart';
import { figureAddress, requestOf, type Scope } from './use-scope';
import { useWhole } from './use-whole';
import type { FigureLossProps } from './figure-loss';

/** Up to how long a stop is short: the limits of the stations that are looked at. */
function useShortLimit({ narrowed: { line, station } }: Scope): string {
  const format = useFormat();
  const stations = useRead(stationRoutes.list, { query: { limit: 500 } }).data?.items ?? [];
  const limits = stations
    .filter((each) => (line === undefined || each.line === line) && (station ?? each.id) === each.id)
    .map(({ microstopSec }) => microstopSec);
  const [least, most] = [Math.min(...limits), Math.max(...limits)];
  const all = least === most ? [most] : [least, most];
  return limits.length === 0 ? '–' : all.map((sec) => format.duration(sec)).join('–');
}

/** Downtime by reason, as OEE counts it: together the causes are the downtime. */
export function StopLosses({ scope, dimensions }: FigureLossProps) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const limit = useShortLimit(scope);
  const query = { ...requestOf(scope, dimensions), kind: 'stop', limit: 500 } as const;
  const pages = usePages(kpiRoutes.facts, { params: { kpi: 'availability' }, query });
  const { rows, more } = useWhole(pages);
  const nameOf = (key: string) => {
    if (key === SHORT_STOPS) return say('losses.short', { limit });
    return key === '' ? say('losses.unexplained') : names.reason(key);
  };
  return (
    <WhenLoaded of={pages}>
      {() => (
        <ParetoChart
          title={say('losses.stops')}
          about={say('losses.stops-hint')}
          causes={stopCauses(rows)}
          nameOf={nameOf}
          write={(amount) => format.duration(amount)}
          open={{
            label: say('losses.look-facts'),
            onOpen: () => void go(figureAddress('availability', scope, { facts: 'miss' })),
          }}
          more={more}
        />
      )}
    </WhenLoaded>
  );
}
