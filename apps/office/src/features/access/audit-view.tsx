import { auditRoutes, type AuditEntry } from '@takt/contracts';
import { useFormat, usePages, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';

/** Who changed what. */
export function AuditView() {
  const say = useOfficeText();
  const format = useFormat();
  const audit = usePages(auditRoutes.list, { query: { limit: 100, sort: '-at' } });
  const columns = useMemo(
    (): Column<AuditEntry>[] => [
      { key: 'at', header: say('access.at'), text: ({ at }) => format.when(at) },
      { key: 'actor', header: say('access.actor'), text: ({ actor }) => actor },
      { key: 'action', header: say('access.action'), text: ({ action }) => action },
      { key: 'outcome', header: say('access.outcome'), text: ({ outcome }) => outcome },
      { key: 'address', header: say('access.address'), text: ({ address }) => address ?? '–' },
    ],
    [say, format],
  );
  return (
    <PagedTable
      pages={audit}
      empty={{ title: say('access.none') }}
      label={say('access.view.audit')}
      columns={columns}
      rowKey={({ id }) => id}
    />
  );
}
