import { Tabs } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { CallsView } from './calls-view';
import { HandoversView } from './handovers-view';
import { PresentView } from './present-view';
import { StationsNow } from './stations-now';
import { StopsView } from './stops-view';

const VIEWS = ['stations', 'stops', 'calls', 'people', 'handovers'] as const;

/** The shop as it is now: stations, stops, calls for help, who is here, and how shifts were handed over. */
export default function FloorPage() {
  const say = useOfficeText();
  const [view, setView] = useAddress('view', 'stations');
  const chosen = VIEWS.find((each) => each === view) ?? 'stations';
  return (
    <>
      <PageHead title={say('nav.floor')} />
      <Tabs
        label={say('nav.floor')}
        tabs={VIEWS.map((key) => ({ key, label: say(`floor.view.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'stations' ? <StationsNow /> : null}
        {chosen === 'stops' ? <StopsView /> : null}
        {chosen === 'calls' ? <CallsView /> : null}
        {chosen === 'people' ? <PresentView /> : null}
        {chosen === 'handovers' ? <HandoversView /> : null}
      </Tabs>
    </>
  );
}
