import { handoverRoutes, lineRoutes, type Handover } from '@takt/contracts';
import { Button, useFormat, usePages, useRead, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { LineBar } from '../../components/line-bar';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { HandoverSheet } from './handover-sheet';
import { ShiftNowSheet } from './shift-now-sheet';

function useColumns(): Column<Handover>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () => [
      { key: 'at', header: say('floor.handed-over'), text: ({ closedAt }) => format.when(closedAt) },
      { key: 'line', header: say('set-up.line'), text: ({ sheet }) => names.line(sheet.line) },
      { key: 'shift', header: say('shifts.shift'), text: ({ sheet }) => format.name(sheet) },
      {
        key: 'no',
        header: say('floor.supplement-short'),
        text: ({ no }) => (no > 1 ? say('floor.supplement-no', { no: no - 1 }) : ''),
      },
      {
        key: 'span',
        header: say('shifts.when'),
        text: ({ sheet }) => format.span(sheet.startAt, sheet.endAt),
      },
      {
        key: 'by',
        header: say('orders.by'),
        text: ({ worker, closedBy }) => names.worker(worker ?? closedBy),
      },
      {
        key: 'open',
        header: say('floor.left-open'),
        text: ({ sheet }) => format.qty(sheet.openOperations.length),
        align: 'end',
      },
      {
        key: 'differ',
        header: say('floor.differ'),
        text: ({ sheet }) => format.qty(sheet.items.filter(({ balanced }) => !balanced).length),
        align: 'end',
      },
      { key: 'note', header: say('orders.note'), text: ({ note }) => note },
    ],
    [say, format, names],
  );
}

/** Shifts that were handed over, the last first; and how the shift of each line stands now. */
export function HandoversView() {
  const say = useOfficeText();
  const format = useFormat();
  const columns = useColumns();
  const lines = useRead(lineRoutes.list).data ?? [];
  const [line, setLine] = useAddress('line');
  const [open, setOpen] = useState<Handover>();
  const [now, setNow] = useState<string>();
  const pages = usePages(handoverRoutes.list, {
    query: { limit: 50, sort: '-closedAt', ...(line !== '' && { filter: `line:${line}` }) },
  });
  return (
    <>
      <LineBar line={line} onLine={setLine} name="handovers" columns={columns} rows={rowsOf(pages)}>
        {lines
          .filter(({ id }) => line === '' || id === line)
          .map((each) => (
            <Button key={each.id} icon="clock" onClick={() => setNow(each.id)}>
              {say('floor.shift-now', { line: format.name(each) })}
            </Button>
          ))}
      </LineBar>
      <PagedTable
        pages={pages}
        empty={{ title: say('floor.no-handovers'), hint: say('floor.no-handovers-hint') }}
        label={say('floor.view.handovers')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={setOpen}
      />
      {open ? <HandoverSheet handover={open} onClose={() => setOpen(undefined)} /> : null}
      {now === undefined ? null : <ShiftNowSheet line={now} onClose={() => setNow(undefined)} />}
    </>
  );
}
