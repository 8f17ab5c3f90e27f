import { Tabs } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { DevicesView } from './devices-view';
import { QuarantineView } from './quarantine-view';
import { ScreensView } from './screens-view';

const VIEWS = ['devices', 'screens', 'quarantine'] as const;

/** What is connected: machines and worker stations, floor screens, and messages that were not accepted. */
export default function DevicesPage() {
  const say = useOfficeText();
  const [view, setView] = useAddress('view', 'devices');
  const chosen = VIEWS.find((each) => each === view) ?? 'devices';
  return (
    <>
      <PageHead title={say('nav.devices')} />
      <Tabs
        label={say('nav.devices')}
        tabs={VIEWS.map((key) => ({ key, label: say(`devices.view.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'devices' ? <DevicesView /> : null}
        {chosen === 'screens' ? <ScreensView /> : null}
        {chosen === 'quarantine' ? <QuarantineView /> : null}
      </Tabs>
    </>
  );
}
