import { telemetryRoutes, type QuarantineEntry } from '@takt/contracts';
import {
  Button,
  Sheet,
  showError,
  showToast,
  useFormat,
  usePages,
  useSession,
  useUiText,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { Facts } from '../../components/facts';
import { OpenOrAll } from '../../components/open-or-all';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import css from './devices.module.css';

/** A payload as a person can read it: JSON is set out, anything else stays as it came. */
function readable({ payload, encoding }: QuarantineEntry): string {
  if (encoding === 'base64') return payload;
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}

function EntrySheet({ entry, onClose }: { entry: QuarantineEntry; onClose: () => void }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const admin = useSession()?.role === 'admin';
  const resolve = useWrite(telemetryRoutes.resolveQuarantine);
  const run = (action: 'retry' | 'dismiss') =>
    resolve.mutate(
      { request: { params: { entry: entry.id }, body: { action } } },
      {
        onSuccess: ({ resolvedAt }) => {
          showToast(
            resolvedAt
              ? { text: say(`quarantine.done.${action}`), tone: 'green' }
              : { text: say('quarantine.still'), tone: 'yellow' },
          );
          onClose();
        },
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  const open = admin && entry.resolvedAt === null;
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={say(`quarantine.reason.${entry.reason}`)}
      actions={
        open ? (
          <>
            <Button onClick={() => run('dismiss')} disabled={resolve.isPending}>
              {say('quarantine.dismiss')}
            </Button>
            <Button kind="main" icon="loop" onClick={() => run('retry')} disabled={resolve.isPending}>
              {say('quarantine.retry')}
            </Button>
          </>
        ) : undefined
      }
    >
      <Facts
        facts={[
          [say('quarantine.topic'), entry.topic],
          [say('quarantine.detail'), entry.detail],
          [say('quarantine.received'), format.when(entry.receivedAt)],
          [say('quarantine.times'), `${entry.times} (${format.when(entry.lastAt)})`],
          [say('quarantine.bytes'), format.qty(entry.bytes)],
        ]}
      />
      <pre className={css.payload}>{readable(entry)}</pre>
    </Sheet>
  );
}

/** Messages that were not accepted: nothing is lost, each says why. */
export function QuarantineView() {
  const say = useOfficeText();
  const format = useFormat();
  const [show, setShow] = useAddress('show', 'open');
  const [open, setOpen] = useState<QuarantineEntry>();
  const pages = usePages(telemetryRoutes.quarantine, {
    query: { limit: 100, sort: '-receivedAt', ...(show === 'open' && { filter: 'resolved:no' }) },
  });
  const columns = useMemo(
    (): Column<QuarantineEntry>[] => [
      { key: 'at', header: say('quarantine.last'), text: ({ lastAt }) => format.when(lastAt) },
      {
        key: 'reason',
        header: say('quarantine.why'),
        text: ({ reason }) => say(`quarantine.reason.${reason}`),
      },
      { key: 'topic', header: say('quarantine.topic'), text: ({ topic }) => topic },
      { key: 'detail', header: say('quarantine.detail'), text: ({ detail }) => detail },
      { key: 'times', header: say('quarantine.times'), text: ({ times }) => format.qty(times), align: 'end' },
    ],
    [say, format],
  );
  return (
    <>
      <Bar>
        <OpenOrAll
          label={say('quarantine.show')}
          open={say('quarantine.show.open')}
          all={say('quarantine.show.all')}
          chosen={show}
          onChoose={setShow}
        />
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('quarantine.none'), hint: say('quarantine.none-hint') }}
        label={say('devices.view.quarantine')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ resolvedAt }) => (resolvedAt === null ? 'needs-you' : 'rest')}
        onOpen={setOpen}
      />
      {open ? <EntrySheet key={open.id} entry={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
