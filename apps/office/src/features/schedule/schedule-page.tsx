import { EmptyState, ErrorState, Gantt, LoadingState, WhenLoaded } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { usePlan } from './use-plan';

/** The published plan. */
export default function SchedulePage() {
  const say = useOfficeText();
  const { schedule, plan, error } = usePlan();
  return (
    <>
      <PageHead title={say('nav.schedule')} />
      <WhenLoaded of={schedule}>
        {({ entries }) =>
          entries.length === 0 ? (
            <EmptyState title={say('schedule.none')} hint={say('schedule.none-hint')} />
          ) : plan ? (
            <Gantt plan={plan} height="calc(100dvh - 12rem)" />
          ) : error ? (
            <ErrorState error={error} />
          ) : (
            <LoadingState />
          )
        }
      </WhenLoaded>
    </>
  );
}
