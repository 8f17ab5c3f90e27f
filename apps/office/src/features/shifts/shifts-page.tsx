import { scheduleRoutes } from '@takt/contracts';
import { Tabs, useRead } from '@takt/ui';
import { useState } from 'react';
import { PageHead } from '../../components/page-head';
import { ReplanEffect } from '../../components/replan-effect';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { ExceptionsView } from './exceptions-view';
import { PatternsView } from './patterns-view';
import { WeekView } from './week-view';

const VIEWS = ['week', 'exceptions', 'patterns'] as const;

/** Shifts: the week as it falls, what differs from the pattern, the patterns; and what the plan makes of a change. */
export default function ShiftsPage() {
  const say = useOfficeText();
  const [view, setView] = useAddress('view', 'week');
  const chosen = VIEWS.find((each) => each === view) ?? 'week';
  const current = useRead(scheduleRoutes.current);
  const [changed, setChanged] = useState<{ readonly since: number | undefined }>();
  const follow = () => setChanged({ since: current.data?.schedule?.version });
  return (
    <>
      <PageHead title={say('nav.shifts')} />
      {changed ? <ReplanEffect since={changed.since} /> : null}
      <Tabs
        label={say('nav.shifts')}
        tabs={VIEWS.map((key) => ({ key, label: say(`shifts.view.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'week' ? <WeekView /> : null}
        {chosen === 'exceptions' ? <ExceptionsView onChanged={follow} /> : null}
        {chosen === 'patterns' ? <PatternsView onChanged={follow} /> : null}
      </Tabs>
    </>
  );
}
