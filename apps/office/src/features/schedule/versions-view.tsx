import { scheduleRoutes, TRIGGER_KINDS, type ScheduleVersion } from '@takt/contracts';
import { byWords, ChoiceField, triggerWords, useFormat, usePages, useUiText, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { Bar } from '../../components/bar';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { useTriggerWords } from './triggers';
import { VersionView } from './version-view';

function useColumns(): Column<ScheduleVersion>[] {
  const say = useOfficeText();
  const format = useFormat();
  const words = useTriggerWords();
  const ui = useUiText();
  const names = useNames();
  return useMemo(
    () => [
      { key: 'version', header: say('schedule.version-no'), text: ({ version }) => String(version) },
      {
        key: 'status',
        header: say('schedule.status'),
        text: ({ status }) => say(`schedule.status.${status}`),
      },
      { key: 'when', header: say('schedule.made'), text: ({ createdAt }) => format.when(createdAt) },
      { key: 'why', header: say('schedule.cause'), text: ({ triggers }) => words(triggers) },
      {
        key: 'by',
        header: say('schedule.by'),
        text: ({ publishedBy }) => (publishedBy === null ? '–' : byWords(publishedBy, ui, names)),
        width: '12rem',
      },
      {
        key: 'moved',
        header: say('schedule.figure.moved'),
        text: ({ figures }) => format.qty(figures.movedOperations),
        align: 'end',
      },
      {
        key: 'late',
        header: say('schedule.figure.late-lines'),
        text: ({ figures }) => format.qty(figures.lateLines),
        align: 'end',
      },
      {
        key: 'ms',
        header: say('schedule.solve'),
        text: ({ solveMs }) => `${format.qty(solveMs)} ${format.unit('ms')}`,
        align: 'end',
      },
    ],
    [say, format, words, ui, names],
  );
}

function VersionList() {
  const say = useOfficeText();
  const ui = useUiText();
  const columns = useColumns();
  const [, setVersion] = useAddress('version');
  const [trigger, setTrigger] = useAddress('trigger');
  const pages = usePages(scheduleRoutes.list, {
    query: { limit: 100, sort: '-version', ...(trigger !== '' && { filter: `trigger:${trigger}` }) },
  });
  const kinds = TRIGGER_KINDS.map((kind) => ({
    value: kind,
    label: triggerWords({ kind, at: '', subject: '…', facts: {} }, ui, {
      station: () => '…',
      item: () => '…',
      worker: () => '…',
    }),
  }));
  return (
    <>
      <Bar>
        <ChoiceField
          label={say('schedule.cause')}
          value={trigger}
          choices={[{ value: '', label: say('schedule.all-causes') }, ...kinds]}
          onValue={setTrigger}
          plain
        />
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('schedule.no-versions') }}
        label={say('schedule.view.versions')}
        columns={columns}
        rowKey={({ version }) => String(version)}
        urgencyOf={({ status }) => (status === 'draft' ? 'needs-you' : 'rest')}
        onOpen={({ version }) => setVersion(String(version))}
      />
    </>
  );
}

/** Every version of the plan: why it was made, what it moved, what it is worth. */
export function VersionsView() {
  const [version, setVersion] = useAddress('version');
  const number = Number(version);
  if (version === '' || !Number.isInteger(number)) return <VersionList />;
  return <VersionView key={number} version={number} onBack={() => setVersion('')} />;
}
