import { andonRoutes, type AndonCall } from '@takt/contracts';
import {
  andonSigns,
  andonTones,
  Button,
  newCommandId,
  showError,
  showToast,
  StateBadge,
  useFactoryNow,
  useFormat,
  usePages,
  useUiText,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { LineBar } from '../../components/line-bar';
import { OpenOrAll } from '../../components/open-or-all';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';

/** Says that somebody comes, or that it is solved. */
function Answer({ call }: { call: AndonCall }) {
  const say = useOfficeText();
  const ui = useUiText();
  const answer = useWrite(andonRoutes.answer);
  const resolve = useWrite(andonRoutes.resolve);
  const may = useMay(andonRoutes.answer);
  if (!may || call.status === 'resolved') return null;
  const step = call.status === 'open' ? answer : resolve;
  const run = () =>
    step.mutate(
      { request: { params: { call: call.id }, body: { commandId: newCommandId() } } },
      {
        onSuccess: ({ status }) => showToast({ text: say(`floor.call.${status}`), tone: 'green' }),
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <Button kind="bare" onClick={run} disabled={step.isPending}>
      {say(call.status === 'open' ? 'floor.answer-call' : 'floor.resolve-call')}
    </Button>
  );
}

function useColumns(): Column<AndonCall>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(30_000);
  return useMemo(() => {
    const who = (id: string | null) => (id === null ? '' : names.worker(id));
    const status = ({ status: at }: AndonCall) => say(`floor.call.${at}`);
    const lasted = ({ raisedAt, resolvedAt }: AndonCall) =>
      format.duration(((resolvedAt === null ? now : Date.parse(resolvedAt)) - Date.parse(raisedAt)) / 1000);
    return [
      { key: 'at', header: say('floor.from'), text: ({ raisedAt }) => format.when(raisedAt) },
      { key: 'station', header: say('set-up.station'), text: ({ station }) => names.station(station) },
      { key: 'kind', header: say('floor.help'), text: ({ kind }) => ui(andonSigns[kind].word) },
      {
        key: 'status',
        header: say('floor.state'),
        text: status,
        cell: (call) => (
          <StateBadge
            sign={{ ...andonSigns[call.kind], tone: andonTones[call.status] }}
            size="quiet"
            word={status(call)}
          />
        ),
      },
      { key: 'lasted', header: say('floor.length'), text: lasted, align: 'end' },
      { key: 'by', header: say('floor.called-by'), text: ({ raisedBy }) => who(raisedBy) || '–' },
      { key: 'comes', header: say('floor.comes'), text: ({ answeredBy }) => who(answeredBy) || '–' },
      {
        key: 'escalation',
        header: say('floor.escalated'),
        text: ({ escalation }) =>
          escalation === 0 ? '–' : say(escalation === 1 ? 'role.planner' : 'role.manager'),
      },
      {
        key: 'note',
        header: say('orders.note'),
        text: ({ note, noteZh }) => format.name({ name: note, nameZh: noteZh }),
      },
      { key: 'act', header: '', text: () => '', cell: (call) => <Answer call={call} />, align: 'end' },
    ];
  }, [say, ui, format, names, now]);
}

/** Calls for help, those to which nobody comes first. */
export function CallsView() {
  const say = useOfficeText();
  const columns = useColumns();
  const [show, setShow] = useAddress('calls', 'open');
  const [line, setLine] = useAddress('line');
  const filter = [
    ...(show === 'open' ? ['status:open|answered'] : []),
    ...(line === '' ? [] : [`line:${line}`]),
  ].join(',');
  const pages = usePages(andonRoutes.list, { query: { limit: 100, sort: '-raisedAt', filter } });
  return (
    <>
      <LineBar line={line} onLine={setLine} name="calls" columns={columns} rows={rowsOf(pages)}>
        <OpenOrAll
          label={say('floor.show-calls')}
          open={say('floor.calls.open')}
          all={say('floor.calls.all')}
          chosen={show}
          onChoose={setShow}
        />
      </LineBar>
      <PagedTable
        pages={pages}
        empty={{ title: say('floor.no-calls'), hint: say('floor.no-calls-hint') }}
        label={say('floor.view.calls')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ status }) =>
          status === 'open' ? 'needs-you' : status === 'answered' ? 'next' : 'rest'
        }
      />
    </>
  );
}
