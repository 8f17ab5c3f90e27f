import { ReasonKind, reasonRoutes, type Reason } from '@takt/contracts';
import { useRead, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { RecordList } from '../../components/record-list';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useIdColumns, useNameFields } from './use-records';

const blank = { kind: 'stop', name: '', planned: false, capabilities: [], position: 1, active: true };

/** Reason codes: why a machine stopped, a piece was scrapped, work paused. */
export function ReasonsView() {
  const say = useOfficeText();
  const ids = useIdColumns<Reason>();
  const names = useNameFields();
  const reasons = useRead(reasonRoutes.list);
  const columns = useMemo(
    (): Column<Reason>[] => [
      ...ids,
      { key: 'kind', header: say('set-up.kind'), text: ({ kind }) => say(`reason.${kind}`) },
      {
        key: 'planned',
        header: say('set-up.planned'),
        text: ({ planned }) => say(planned ? 'set-up.yes' : 'set-up.no'),
      },
      {
        key: 'active',
        header: say('set-up.active'),
        text: ({ active }) => say(active ? 'set-up.yes' : 'set-up.no'),
      },
    ],
    [ids, say],
  );
  const fields = useMemo(
    (): FieldSpec[] => [
      ...names,
      {
        key: 'kind',
        label: say('set-up.kind'),
        kind: 'choice',
        choices: ReasonKind.options.map((value) => ({ value, label: say(`reason.${value}`) })),
      },
      {
        key: 'capabilities',
        label: say('set-up.only-where'),
        kind: 'tags',
        hint: say('set-up.only-where-hint'),
      },
      { key: 'position', label: say('set-up.position'), kind: 'number' },
      { key: 'planned', label: say('set-up.planned'), kind: 'check' },
      { key: 'active', label: say('set-up.active'), kind: 'check' },
    ],
    [names, say],
  );
  return (
    <RecordList
      label={say('set-up.of.reasons')}
      read={reasons}
      columns={columns}
      fields={fields}
      route={reasonRoutes.put}
      idParam="reason"
      blank={blank}
    />
  );
}
