import { auditRoutes, workerRoutes, type AuditEntry } from '@takt/contracts';
import { Sheet, useFormat, usePages, useRead, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { Chips } from '../../components/chips';
import { Facts } from '../../components/facts';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import css from './access.module.css';

const KINDS = ['all', 'user', 'worker', 'terminal', 'channel', 'system'] as const;

/** What each first part of a path is about; one without a name is shown as it is. */
const subjects: Readonly<Record<string, OfficeKey>> = {
  'andon-calls': 'floor.view.calls',
  attendance: 'shifts.people',
  auth: 'log-in',
  boms: 'set-up.bom',
  changeovers: 'set-up.of.changeovers',
  channels: 'shop.shop',
  customers: 'set-up.of.customers',
  devices: 'devices.view.devices',
  handovers: 'floor.view.handovers',
  imports: 'set-up.of.import',
  items: 'set-up.of.items',
  kpis: 'nav.figures',
  lines: 'set-up.of.lines',
  lots: 'stock.view.lots',
  movements: 'stock.view.movements',
  notices: 'audit.notices',
  operations: 'work.operations',
  orders: 'nav.orders',
  plants: 'set-up.of.plant',
  quarantine: 'devices.view.quarantine',
  reasons: 'set-up.of.reasons',
  reports: 'audit.reports',
  routings: 'set-up.routing',
  schedules: 'nav.schedule',
  'shift-exceptions': 'shifts.view.exceptions',
  'shift-patterns': 'shifts.view.patterns',
  skills: 'set-up.of.skills',
  stations: 'set-up.of.stations',
  stops: 'floor.view.stops',
  supplies: 'stock.view.supplies',
  terminals: 'devices.view.screens',
  users: 'access.view.users',
  webhooks: 'shop.told',
  'work-orders': 'nav.work',
  workers: 'set-up.of.workers',
};

function useWords() {
  const say = useOfficeText();
  const format = useFormat();
  const workers = useRead(workerRoutes.list, { query: { limit: 500 } }).data?.items;
  return useMemo(() => {
    const named = new Map((workers ?? []).map((worker) => [worker.name, format.name(worker)]));
    return {
      /** who did it: the audit keeps names as they were then */
      actor: ({ actor }: AuditEntry) => named.get(actor) ?? actor,
      subject: ({ action }: AuditEntry) => {
        const key = subjects[action.split(' ')[1]?.split('/')[1] ?? ''];
        return key ? say(key) : '–';
      },
      outcome: ({ outcome }: AuditEntry) =>
        outcome === 'done' ? say('audit.done') : say('audit.refused', { code: outcome }),
    };
  }, [say, format, workers]);
}

function EntrySheet({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const words = useWords();
  const { at, actorKind, action, address, detail } = entry;
  return (
    <Sheet open onClose={onClose} title={words.subject(entry)}>
      <Facts
        facts={[
          [say('access.at'), format.when(at)],
          [say('access.actor'), `${words.actor(entry)}, ${say(`audit.kind.${actorKind}`)}`],
          [say('access.action'), <code key="action">{action}</code>],
          [say('access.outcome'), words.outcome(entry)],
          [say('access.address'), address ?? '–'],
        ]}
      />
      <pre className={css.detail}>{JSON.stringify(detail, null, 2)}</pre>
    </Sheet>
  );
}

/** Who changed what. */
export function AuditView() {
  const say = useOfficeText();
  const format = useFormat();
  const words = useWords();
  const [kind, setKind] = useAddress('by', 'all');
  const [open, setOpen] = useState<AuditEntry>();
  const audit = usePages(auditRoutes.list, {
    query: { limit: 100, sort: '-at', ...(kind !== 'all' && { filter: `actorKind:${kind}` }) },
  });
  const columns = useMemo(
    (): Column<AuditEntry>[] => [
      { key: 'at', header: say('access.at'), text: ({ at }) => format.when(at) },
      { key: 'actor', header: say('access.actor'), text: words.actor },
      { key: 'subject', header: say('audit.subject'), text: words.subject },
      {
        key: 'action',
        header: say('access.action'),
        text: ({ action }) => action,
        cell: ({ action }) => <code className={css.action}>{action}</code>,
      },
      { key: 'outcome', header: say('access.outcome'), text: words.outcome },
      { key: 'address', header: say('access.address'), text: ({ address }) => address ?? '–' },
    ],
    [say, format, words],
  );
  return (
    <>
      <Bar>
        <Chips
          label={say('access.actor')}
          chips={KINDS.map((key) => ({ key, label: say(`audit.kind.${key}`) }))}
          chosen={kind}
          onChoose={setKind}
        />
      </Bar>
      <PagedTable
        pages={audit}
        empty={{ title: say('access.none') }}
        label={say('access.view.audit')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={setOpen}
      />
      {open ? <EntrySheet entry={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
