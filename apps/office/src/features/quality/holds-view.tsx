import { qualityRoutes, type Hold } from '@takt/contracts';
import { Button, exportRows, useFormat, usePages, useUiText, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar, BarGap } from '../../components/bar';
import { OpenOrAll } from '../../components/open-or-all';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { holdReason } from '../../lib/hold-reason';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { BlockLotSheet } from './block-lot-sheet';
import { ReleaseSheet } from './release-sheet';

function useColumns(): Column<Hold>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () => [
      { key: 'what', header: say('figures.what'), text: ({ operation, lot }) => operation ?? lot ?? '–' },
      { key: 'kind', header: say('figures.kind'), text: ({ kind }) => say(`hold.${kind}`) },
      {
        key: 'item',
        header: say('orders.item'),
        text: ({ item }) => (item === null ? '–' : names.item(item)),
      },
      {
        key: 'station',
        header: say('set-up.station'),
        text: ({ station }) => (station === null ? '–' : names.station(station)),
      },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, item }) =>
          qty === null ? '–' : `${format.qty(qty)} ${item === null ? '' : names.unit(item)}`.trim(),
        align: 'end',
      },
      { key: 'reason', header: say('orders.reason'), text: (hold) => holdReason(hold, format) },
      { key: 'since', header: say('hold.since'), text: ({ heldAt }) => format.when(heldAt) },
      {
        key: 'by',
        header: say('orders.by'),
        text: ({ heldBy }) => (heldBy === null ? '–' : names.worker(heldBy)),
      },
      {
        key: 'released',
        header: say('hold.released'),
        text: ({ releasedAt, releasedBy, note }) =>
          releasedAt === null
            ? '–'
            : [format.when(releasedAt), releasedBy && names.worker(releasedBy), note]
                .filter(Boolean)
                .join(' · '),
      },
    ],
    [say, format, names],
  );
}

/** Operations and lots on hold, the open ones first. */
export function HoldsView() {
  const say = useOfficeText();
  const ui = useUiText();
  const columns = useColumns();
  const mayRelease = useMay(qualityRoutes.releaseLot);
  const mayBlock = useMay(qualityRoutes.holdLot);
  const [show, setShow] = useAddress('holds', 'open');
  const [open, setOpen] = useState<Hold>();
  const [blocking, setBlocking] = useState(false);
  const pages = usePages(qualityRoutes.holds, {
    query: { limit: 100, sort: '-heldAt', ...(show === 'open' && { filter: 'open:yes' }) },
  });
  const choose = (hold: Hold) => {
    if (hold.releasedAt === null) setOpen(hold);
  };
  return (
    <>
      <Bar>
        <OpenOrAll
          label={say('hold.show')}
          open={say('hold.show.open')}
          all={say('hold.show.all')}
          chosen={show}
          onChoose={setShow}
        />
        <BarGap />
        <Button icon="download" onClick={() => exportRows('holds', columns, rowsOf(pages))}>
          {ui('table.export')}
        </Button>
        {mayBlock ? (
          <Button kind="main" icon="hold" onClick={() => setBlocking(true)}>
            {say('hold.block-lot')}
          </Button>
        ) : null}
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('hold.none'), hint: say('hold.none-hint') }}
        label={say('quality.view.holds')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ releasedAt }) => (releasedAt === null ? 'needs-you' : 'rest')}
        {...(mayRelease && { onOpen: choose })}
      />
      {open ? <ReleaseSheet key={open.id} hold={open} onClose={() => setOpen(undefined)} /> : null}
      {blocking ? <BlockLotSheet onClose={() => setBlocking(false)} /> : null}
    </>
  );
}
