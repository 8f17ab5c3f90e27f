import { kpiRoutes } from '@takt/contracts';
import { useRead, WhenLoaded } from '@takt/ui';
import css from './figures.module.css';
import { MissedLosses, PlannedLosses } from './late-losses';
import { ScrapLosses } from './scrap-losses';
import { StopLosses } from './stop-losses';
import type { Scope } from './use-scope';

/** Where it is lost in the period: stops, scrap, missed promises, each by cause; and what makes late what is planned now. */
export function LossesView({ scope }: { scope: Scope }) {
  const definitions = useRead(kpiRoutes.definitions);
  return (
    <WhenLoaded of={definitions}>
      {(all) => {
        const dimensionsOf = (kpi: string) => all.find(({ id }) => id === kpi)?.dimensions ?? [];
        return (
          <div className={css.losses}>
            <StopLosses scope={scope} dimensions={dimensionsOf('availability')} />
            <ScrapLosses scope={scope} />
            <MissedLosses scope={scope} dimensions={dimensionsOf('otd')} />
            <PlannedLosses scope={scope} />
          </div>
        );
      }}
    </WhenLoaded>
  );
}
