import { noticeRoutes } from '@takt/contracts';
import { Tabs, useRead } from '@takt/ui';
import type { ReactNode } from 'react';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { NoticesView } from './notices-view';
import { PlanView } from './plan-view';
import { ReplanButtons } from './replan-buttons';
import { VersionsView } from './versions-view';
import { WhatIfView } from './what-if-view';

const VIEWS = ['plan', 'versions', 'notices', 'what-if'] as const;
type ViewKey = (typeof VIEWS)[number];

const views: Readonly<Record<ViewKey, () => ReactNode>> = {
  plan: () => <PlanView />,
  versions: () => <VersionsView />,
  notices: () => <NoticesView />,
  'what-if': () => <WhatIfView />,
};

/** The schedule: the plan, its versions, who has not acknowledged, what would happen if. */
export default function SchedulePage() {
  const say = useOfficeText();
  const [view, setView] = useAddress('view', 'plan');
  const open = useRead(noticeRoutes.list, { query: { limit: 500, filter: 'open:yes' } });
  const chosen = VIEWS.find((each) => each === view) ?? 'plan';
  return (
    <>
      <PageHead title={say('nav.schedule')}>
        <ReplanButtons />
      </PageHead>
      <Tabs
        label={say('nav.schedule')}
        tabs={VIEWS.map((key) => ({
          key,
          label: say(`schedule.view.${key}`),
          ...(key === 'notices' && { count: open.data?.items.length }),
        }))}
        chosen={chosen}
        onChoose={setView}
      >
        {views[chosen]()}
      </Tabs>
    </>
  );
}
