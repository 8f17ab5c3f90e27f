import { auditRoutes, type AuditEntry } from '@takt/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  useFormat,
  usePages,
  useUiText,
  WhenLoaded,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText } from '../../lib/texts';

/** Who changed what. */
export function AuditView() {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const audit = usePages(auditRoutes.list, { query: { limit: 100, sort: '-at' } });
  const rows = audit.data?.pages.flatMap(({ items }) => items) ?? [];
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
    <>
      <WhenLoaded of={audit}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={say('access.none')} />
          ) : (
            <DataTable
              label={say('access.view.audit')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
            />
          )
        }
      </WhenLoaded>
      {audit.hasNextPage ? (
        <Button icon="down" onClick={() => void audit.fetchNextPage()}>
          {ui('table.more')}
        </Button>
      ) : null}
    </>
  );
}
