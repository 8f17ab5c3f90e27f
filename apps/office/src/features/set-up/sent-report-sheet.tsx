import { reportSubscriptionRoutes, type ReportSubscription } from '@takt/contracts';
import { Button, showError, showToast, TextField, useLook, useUiText, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { OnceSheet } from '../../components/once-sheet';
import { RemoveRecord } from '../../components/remove-record';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { OnceSecret, RenewSecret } from './once-secret';
import {
  draftOf,
  isWhole,
  SENT_REPORT_FAULTS,
  SentReportFields,
  sentReportOf,
  type SentReportDraft,
} from './sent-report-fields';

interface SheetFacts {
  /** is a mail server set? */
  readonly mail: boolean;
  readonly onClose: () => void;
}

/** Adds a report that is sent by itself, and shows the secret of its signatures. */
export function NewSentReportSheet({ mail, onClose }: SheetFacts) {
  const say = useOfficeText();
  const [{ language }] = useLook();
  const put = useWrite(reportSubscriptionRoutes.put);
  const [id, setId] = useState('');
  const [draft, setDraft] = useState<SentReportDraft>({
    ...{ name: '', span: 'day', format: 'pdf', language, line: '', delayMin: '15' },
    ...{ kind: mail ? 'mail' : 'webhook', url: '', to: '', active: true },
  });
  return (
    <OnceSheet
      title={say('sent-report.add')}
      make={say('sent-report.add')}
      write={put}
      ready={id !== '' && isWhole(draft)}
      onMake={() => put.mutate({ request: { params: { subscription: id }, body: sentReportOf(draft) } })}
      onClose={onClose}
      fields={SENT_REPORT_FAULTS}
      show={({ secret, target }) =>
        target.kind === 'webhook' ? <OnceSecret secret={secret ?? ''} /> : <p>{say('sent-report.made')}</p>
      }
    >
      <TextField
        label={say('set-up.id')}
        name="subscription"
        value={id}
        onValue={setId}
        hint={say('set-up.id-hint')}
        required
      />
      <SentReportFields draft={draft} onDraft={setDraft} mail={mail} />
    </OnceSheet>
  );
}

/** Sends the report of the last period that has ended, now. */
function TryIt({ report }: { report: ReportSubscription }) {
  const say = useOfficeText();
  const ui = useUiText();
  const attempt = useWrite(reportSubscriptionRoutes.try);
  const run = () =>
    attempt.mutate(
      { request: { params: { subscription: report.id } } },
      {
        onSuccess: ({ period }) => showToast({ text: say('sent-report.tried', { period }), tone: 'green' }),
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <Section title={say('sent-report.try')}>
      <p>{say('sent-report.try-hint')}</p>
      <p>
        <Button icon="loop" disabled={attempt.isPending} onClick={run}>
          {say('sent-report.try')}
        </Button>
      </p>
    </Section>
  );
}

/** Changes a report that is sent by itself, switches it off, or tries it. */
export function SentReportSheet({
  report,
  mail,
  onClose,
}: SheetFacts & { readonly report: ReportSubscription }) {
  const say = useOfficeText();
  const put = useWrite(reportSubscriptionRoutes.put);
  const [draft, setDraft] = useState(() => draftOf(report));
  const params = { subscription: report.id };
  const send = () =>
    put.mutate(
      { request: { params, body: sentReportOf(draft) }, options: { ifMatch: report.revision } },
      {
        onSuccess: () => {
          showToast({ text: say('saved', { id: report.id }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      title={report.name}
      onClose={onClose}
      write={put}
      ready={isWhole(draft)}
      onSend={send}
      fields={SENT_REPORT_FAULTS}
      below={
        <>
          <TryIt report={report} />
          {report.target.kind === 'webhook' ? (
            <RenewSecret route={reportSubscriptionRoutes.renewSecret} request={{ params }} />
          ) : null}
          <RemoveRecord
            route={reportSubscriptionRoutes.remove}
            params={params}
            word={say('remove')}
            onDone={onClose}
          />
        </>
      }
    >
      <SentReportFields draft={draft} onDraft={setDraft} mail={mail} />
    </FormSheet>
  );
}
