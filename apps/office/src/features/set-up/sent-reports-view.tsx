import { reportSubscriptionRoutes, type ReportSending, type ReportSubscription } from '@takt/contracts';
import { Button, useFormat, useRead, type Column, type Urgency } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { NewSentReportSheet, SentReportSheet } from './sent-report-sheet';
import { useAttemptColumns } from './use-attempt-columns';

/** No event tells of a delivery: it is asked for while somebody looks. */
const LOOK_MS = 5000;

const urgencyOf = (sending: ReportSending | null): Urgency =>
  sending?.status === 'failed' ? 'needs-you' : 'rest';

/** What became of a sending, in words. */
function useOutcome(): (sending: ReportSending | null) => string {
  const say = useOfficeText();
  const format = useFormat();
  return (sending) => {
    if (sending === null) return say('sent-report.never');
    const { status, deliveredAt, lastStatus } = sending;
    const when = deliveredAt === null ? (lastStatus ?? '') : format.when(deliveredAt);
    return `${say(`shop.status.${status}`)} ${when}`.trim();
  };
}

/** Reports that were sent or are to be, newest first. Instants are real time. */
function Sendings() {
  const say = useOfficeText();
  const { at, status, attempts, last, next } = useAttemptColumns();
  const sendings = useRead(
    reportSubscriptionRoutes.sendings,
    { query: { limit: 50, sort: '-createdAt' } },
    { everyMs: LOOK_MS },
  );
  const columns = useMemo(
    (): Column<ReportSending>[] => [
      at,
      { key: 'report', header: say('sent-report.report'), text: ({ subscription }) => subscription },
      {
        key: 'period',
        header: say('sent-report.period'),
        text: ({ period, trial }) =>
          `${period.replace(/[T/]/g, ' ')}${trial ? ` · ${say('sent-report.trial')}` : ''}`,
      },
      status,
      attempts,
      last,
      next,
    ],
    [say, at, status, attempts, last, next],
  );
  const { data, error, isPending, dataUpdatedAt, refetch } = sendings;
  return (
    <LoadedTable
      of={{ data: data?.items, error, isPending, dataUpdatedAt, refetch }}
      empty={{ title: say('shop.none-told'), hint: say('sent-report.none-sent-hint') }}
      label={say('sent-report.sent')}
      columns={columns}
      rowKey={({ id }) => id}
      urgencyOf={urgencyOf}
    />
  );
}

/** Reports that are sent by themselves, and what became of them. */
export function SentReportsView() {
  const say = useOfficeText();
  const names = useNames();
  const format = useFormat();
  const outcome = useOutcome();
  const reports = useRead(reportSubscriptionRoutes.list, {}, { everyMs: LOOK_MS });
  const [open, setOpen] = useState<string>();
  const columns: Column<ReportSubscription>[] = [
    { key: 'name', header: say('set-up.name'), text: ({ name }) => name },
    { key: 'about', header: say('report.span'), text: ({ span }) => say(`sent-report.after.${span}`) },
    {
      key: 'next',
      header: say('sent-report.next'),
      text: ({ nextAt }) => (nextAt === null ? say('sent-report.off') : format.when(nextAt)),
    },
    { key: 'last', header: say('sent-report.last'), text: ({ last }) => outcome(last) },
    {
      key: 'line',
      header: say('figures.line'),
      text: ({ line }) => (line === null ? say('figures.whole-plant') : names.line(line)),
    },
    {
      key: 'to',
      header: say('sent-report.to'),
      text: ({ target }) => (target.kind === 'mail' ? target.to.join(', ') : target.url),
    },
  ];
  const { data, error, isPending, dataUpdatedAt, refetch } = reports;
  const report = data?.items.find(({ id }) => id === open);
  const mail = data?.mail ?? false;
  return (
    <>
      <Bar>
        <Button kind="main" icon="plus" onClick={() => setOpen('')}>
          {say('sent-report.add')}
        </Button>
      </Bar>
      <LoadedTable
        of={{ data: data?.items, error, isPending, dataUpdatedAt, refetch }}
        empty={{ title: say('sent-report.none'), hint: say('sent-report.none-hint') }}
        label={say('set-up.of.reports')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ last }) => urgencyOf(last)}
        onOpen={({ id }) => setOpen(id)}
      />
      <Section title={say('sent-report.sent')}>
        <Sendings />
      </Section>
      {open === '' ? <NewSentReportSheet mail={mail} onClose={() => setOpen(undefined)} /> : null}
      {report ? (
        <SentReportSheet key={report.id} report={report} mail={mail} onClose={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}
