import { deviceRoutes, type Device } from '@takt/contracts';
import { DataTable, EmptyState, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';

const EVERY_MS = 10_000;

/** Devices: those that are silent first. */
export default function DevicesPage() {
  const say = useOfficeText();
  const format = useFormat();
  const devices = useRead(deviceRoutes.list, {}, { everyMs: EVERY_MS });
  const columns = useMemo(
    (): Column<Device>[] => [
      { key: 'id', header: say('devices.device'), text: ({ id }) => id },
      { key: 'name', header: say('devices.name'), text: ({ name }) => name },
      { key: 'kind', header: say('devices.kind'), text: ({ kind }) => say(`devices.kind.${kind}`) },
      {
        key: 'online',
        header: say('devices.state'),
        text: ({ online, revokedAt }) =>
          say(revokedAt ? 'devices.revoked' : online ? 'devices.online' : 'devices.offline'),
      },
      {
        key: 'last',
        header: say('devices.last'),
        text: ({ lastMessageAt }) => format.when(lastMessageAt),
        align: 'end',
      },
    ],
    [say, format],
  );
  return (
    <>
      <PageHead title={say('nav.devices')} />
      <WhenLoaded of={devices}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={say('devices.none')} hint={say('devices.none-hint')} />
          ) : (
            <DataTable
              label={say('nav.devices')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              urgencyOf={({ online, revokedAt }) => (online || revokedAt ? 'rest' : 'needs-you')}
            />
          )
        }
      </WhenLoaded>
    </>
  );
}
