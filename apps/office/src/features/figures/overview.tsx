import { kpiRoutes } from '@takt/contracts';
import { Button, EmptyState, Tabs, useRead, useSession, WhenLoaded } from '@takt/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { AllFigures } from './all-figures';
import css from './figures.module.css';
import { HeatView } from './heat-view';
import { LossesView } from './losses-view';
import { ReportSheet } from './report-sheet';
import { ScopeBar } from './scope-bar';
import { Tile } from './tile';
import { requestOf, useScope, type Scope } from './use-scope';

const PARTS = ['losses', 'heat', 'all'] as const;
type Part = (typeof PARTS)[number];

function Below({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const [part, setPart] = useAddress('part', 'losses');
  const chosen: Part = PARTS.find((each) => each === part) ?? 'losses';
  return (
    <div className={css.below}>
      <Tabs
        label={say('figures.parts')}
        tabs={PARTS.map((key) => ({ key, label: say(`figures.part.${key}`) }))}
        chosen={chosen}
        onChoose={setPart}
      >
        {chosen === 'losses' ? <LossesView scope={scope} /> : null}
        {chosen === 'heat' ? <HeatView scope={scope} /> : null}
        {chosen === 'all' ? <AllFigures scope={scope} /> : null}
      </Tabs>
    </div>
  );
}

/** The four headline figures; below them where it is lost, when, and every other figure. */
export function Overview() {
  const say = useOfficeText();
  const go = useNavigate();
  const scope = useScope();
  const role = useSession()?.role;
  const [reporting, setReporting] = useState(false);
  const headline = useRead(kpiRoutes.headline, { query: requestOf(scope) }, { keep: true });
  return (
    <>
      <PageHead title={say('nav.figures')}>
        {role === 'operator' ? null : (
          <Button icon="download" onClick={() => setReporting(true)}>
            {say('report.open')}
          </Button>
        )}
        <Button icon="live" onClick={() => void go(`/figures/tv${scope.query}`)}>
          {say('figures.tv')}
        </Button>
      </PageHead>
      <ScopeBar scope={scope} />
      <WhenLoaded of={headline}>
        {(figures) =>
          figures.length === 0 ? (
            <EmptyState title={say('figures.none')} hint={say('figures.none-hint')} />
          ) : (
            <div className={css.tiles}>
              {figures.map((each) => (
                <Tile key={each.definition.id} headline={each} query={scope.query} />
              ))}
            </div>
          )
        }
      </WhenLoaded>
      <Below scope={scope} />
      {reporting ? <ReportSheet line={scope.narrowed.line} onClose={() => setReporting(false)} /> : null}
    </>
  );
}
