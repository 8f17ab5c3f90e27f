import { Tabs, useSession } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { ChangeoversView } from './changeovers-view';
import { CustomersView } from './customers-view';
import { ImportView } from './import-view';
import { ItemsView } from './items-view';
import { LinesView } from './lines-view';
import { PlantView } from './plant-view';
import { ReasonsView } from './reasons-view';
import { SentReportsView } from './sent-reports-view';
import { ShopsView } from './shops-view';
import { StationsView } from './stations-view';
import { SkillsView, WorkersView } from './workers-view';

const VIEWS = [
  'stations',
  'lines',
  'items',
  'changeovers',
  'workers',
  'skills',
  'customers',
  'reasons',
  'plant',
  'shops',
  'reports',
  'import',
] as const;

/** Views for administrators. */
const ADMINS: ReadonlySet<string> = new Set(['shops', 'reports', 'import']);

/** What the plant is made of: looked at and changed, or taken from Excel. */
export default function SetUpPage() {
  const say = useOfficeText();
  const admin = useSession()?.role === 'admin';
  const [view, setView] = useAddress('of', 'stations');
  const shown = VIEWS.filter((each) => admin || !ADMINS.has(each));
  const chosen = shown.find((each) => each === view) ?? 'stations';
  return (
    <>
      <PageHead title={say('nav.set-up')} />
      <Tabs
        label={say('nav.set-up')}
        tabs={shown.map((key) => ({ key, label: say(`set-up.of.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'stations' ? <StationsView /> : null}
        {chosen === 'lines' ? <LinesView /> : null}
        {chosen === 'items' ? <ItemsView /> : null}
        {chosen === 'changeovers' ? <ChangeoversView /> : null}
        {chosen === 'workers' ? <WorkersView /> : null}
        {chosen === 'skills' ? <SkillsView /> : null}
        {chosen === 'customers' ? <CustomersView /> : null}
        {chosen === 'reasons' ? <ReasonsView /> : null}
        {chosen === 'plant' ? <PlantView /> : null}
        {chosen === 'shops' ? <ShopsView /> : null}
        {chosen === 'reports' ? <SentReportsView /> : null}
        {chosen === 'import' ? <ImportView /> : null}
      </Tabs>
    </>
  );
}
