import { Tabs } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { ChecksView } from './checks-view';
import { HoldsView } from './holds-view';

const VIEWS = ['holds', 'checks'] as const;

/** What may not go on, and what was checked. */
export default function QualityPage() {
  const say = useOfficeText();
  const [view, setView] = useAddress('view', 'holds');
  const chosen = VIEWS.find((each) => each === view) ?? 'holds';
  return (
    <>
      <PageHead title={say('nav.quality')} />
      <Tabs
        label={say('nav.quality')}
        tabs={VIEWS.map((key) => ({ key, label: say(`quality.view.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'holds' ? <HoldsView /> : null}
        {chosen === 'checks' ? <ChecksView /> : null}
      </Tabs>
    </>
  );
}
