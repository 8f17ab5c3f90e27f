import { scheduleRoutes } from '@takt/contracts';
import { Button, showError, showToast, useSession, useUiText, useWrite } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';

const LEADS = ['lead', 'planner', 'admin'];

/** May the person who is logged in decide about the plan? */
export function useMayPlan(): boolean {
  const role = useSession()?.role;
  return role !== null && role !== undefined && LEADS.includes(role);
}

/** Plans now: at once, or as a draft to look at first. */
export function ReplanButtons() {
  const say = useOfficeText();
  const ui = useUiText();
  const replan = useWrite(scheduleRoutes.replan);
  const may = useMayPlan();
  if (!may) return null;
  const ask = (publish: boolean) =>
    replan.mutate(
      { request: { body: { publish } } },
      {
        onSuccess: () =>
          showToast({ text: say(publish ? 'schedule.queued' : 'schedule.draft-queued'), tone: 'green' }),
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <>
      <Button onClick={() => ask(false)} disabled={replan.isPending}>
        {say('schedule.draft')}
      </Button>
      <Button icon="loop" onClick={() => ask(true)} disabled={replan.isPending}>
        {say('schedule.replan')}
      </Button>
    </>
  );
}
