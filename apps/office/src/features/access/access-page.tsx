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
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';

/** Who changed what. */
export default function AccessPage() {
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
    ],
    [say, format],
  );
  return (
    <>
      <PageHead title={say('nav.access')} />
      <WhenLoaded of={audit}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={say('access.none')} />
          ) : (
            <DataTable label={say('nav.access')} columns={columns} rows={rows} rowKey={({ id }) => id} />
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
