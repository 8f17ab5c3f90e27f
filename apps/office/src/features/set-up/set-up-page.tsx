import { stationRoutes, type Station } from '@takt/contracts';
import { DataTable, EmptyState, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';

/** Stations of the plant. */
export default function SetUpPage() {
  const say = useOfficeText();
  const format = useFormat();
  const stations = useRead(stationRoutes.list, { query: { limit: 500 } });
  const columns = useMemo(
    (): Column<Station>[] => [
      { key: 'id', header: say('set-up.station'), text: ({ id }) => id },
      { key: 'name', header: say('set-up.name'), text: (station) => format.name(station) },
      { key: 'line', header: say('set-up.line'), text: ({ line }) => line },
      {
        key: 'capabilities',
        header: say('set-up.capabilities'),
        text: ({ capabilities }) => capabilities.join(', '),
      },
    ],
    [say, format],
  );
  return (
    <>
      <PageHead title={say('nav.set-up')} />
      <WhenLoaded of={stations}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('set-up.none')} hint={say('set-up.none-hint')} />
          ) : (
            <DataTable label={say('nav.set-up')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </WhenLoaded>
    </>
  );
}
