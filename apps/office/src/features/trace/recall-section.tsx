import { traceRoutes, type RecallLine } from '@takt/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  saveFile,
  showError,
  useFormat,
  useRead,
  useRuntime,
  useUiText,
  WhenLoaded,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import css from './trace.module.css';

/** Whom to call when a lot is bad, and what of it is still here; as Excel for those who make the calls. */
export function RecallSection({ lot }: { lot: string }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const go = useNavigate();
  const { api } = useRuntime();
  const recall = useRead(traceRoutes.recall, { query: { lots: lot } });
  const columns = useMemo(
    (): Column<RecallLine>[] => [
      { key: 'order', header: say('orders.order'), text: ({ order, line }) => `${order}/${line}` },
      {
        key: 'customer',
        header: say('orders.customer'),
        text: ({ customerName, customerNameZh }) =>
          format.name({ name: customerName, nameZh: customerNameZh ?? undefined }),
      },
      {
        key: 'item',
        header: say('orders.item'),
        text: ({ itemName, itemNameZh }) => format.name({ name: itemName, nameZh: itemNameZh ?? undefined }),
      },
      { key: 'lot', header: say('orders.lot'), text: (each) => each.lot },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, unit }) => `${format.qty(qty)} ${format.unit(unit)}`,
        align: 'end',
      },
      { key: 'shipped', header: say('orders.shipped'), text: ({ shippedAt }) => format.when(shippedAt) },
    ],
    [say, format],
  );
  const fetchIt = () =>
    void api.download(traceRoutes.recallSheet, { query: { lots: lot } }).then(
      (file) => saveFile(`recall-${lot}.xlsx`, file),
      (error: unknown) => showError(error, ui('page.no-reply')),
    );
  const here = (recall.data?.stock ?? [])
    .map(
      ({ lot: own, qty, unit, place }) =>
        `${own}: ${format.qty(qty)} ${format.unit(unit)} (${say(`place.${place}`)})`,
    )
    .join(' · ');
  return (
    <Section
      title={say('trace.recall')}
      note={here === '' ? say('trace.nothing-here') : `${say('trace.still-here')} ${here}`}
      actions={
        <Button icon="download" onClick={fetchIt}>
          {say('trace.recall-excel')}
        </Button>
      }
    >
      <WhenLoaded of={recall}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <EmptyState title={say('trace.no-deliveries')} hint={say('trace.no-deliveries-hint')} />
          ) : (
            <div className={css.deliveries}>
              <DataTable
                label={say('trace.recall')}
                columns={columns}
                rows={deliveries}
                rowKey={({ order, line, lot: own }) => `${order} ${line} ${own}`}
                height="40dvh"
                onOpen={({ order, line }) => void go(`/orders/${encodeURIComponent(order)}?line=${line}`)}
              />
            </div>
          )
        }
      </WhenLoaded>
    </Section>
  );
}
