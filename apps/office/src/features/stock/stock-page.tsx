import { movementRoutes } from '@takt/contracts';
import { Tabs } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { LevelsView } from './levels-view';
import { LotsView } from './lots-view';
import { MovementsView } from './movements-view';
import { SuppliesView } from './supplies-view';
import { WasteView } from './waste-view';

const VIEWS = ['levels', 'lots', 'movements', 'supplies', 'waste'] as const;
const OFFICE: ReadonlySet<string> = new Set(['movements', 'waste']);

/** What is there, of which lots, how it came and went, what is expected, and what was thrown away. */
export default function StockPage() {
  const say = useOfficeText();
  const office = useMay(movementRoutes.waste);
  const [view, setView] = useAddress('view', 'levels');
  const shown = VIEWS.filter((each) => office || !OFFICE.has(each));
  const chosen = shown.find((each) => each === view) ?? 'levels';
  return (
    <>
      <PageHead title={say('nav.stock')} />
      <Tabs
        label={say('nav.stock')}
        tabs={shown.map((key) => ({ key, label: say(`stock.view.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'levels' ? <LevelsView /> : null}
        {chosen === 'lots' ? <LotsView /> : null}
        {chosen === 'movements' ? <MovementsView /> : null}
        {chosen === 'supplies' ? <SuppliesView /> : null}
        {chosen === 'waste' ? <WasteView /> : null}
      </Tabs>
    </>
  );
}
