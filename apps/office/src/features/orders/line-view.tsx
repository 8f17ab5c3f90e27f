import type { Order, OrderLine } from '@takt/contracts';
import {
  Button,
  Figure,
  newCommandId,
  riskSigns,
  showError,
  showToast,
  StateBadge,
  useFormat,
  useSession,
  useUiText,
  useWrite,
} from '@takt/ui';
import { orderRoutes } from '@takt/contracts';
import { useState } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { CancelLine } from './cancel-line';
import { ChangeLine } from './change-line';
import { LineWork } from './line-work';
import { isOpen, latenessSec, promiseOf } from './order-line';
import css from './orders.module.css';
import { Shipments } from './shipments';

/** The four dates of a line: four different facts. */
function Dates({ line }: { line: OrderLine }) {
  const say = useOfficeText();
  const format = useFormat();
  const promise = promiseOf(line);
  const late = latenessSec(line);
  const moved = line.committedAt !== promise && line.committedAt !== null;
  return (
    <div className={css.dates}>
      <div className={css.date}>
        <span>{say('orders.requested')}</span>
        <b>{format.when(line.requestedAt)}</b>
      </div>
      <div className={css.date}>
        <span>{say('orders.committed')}</span>
        <b>{promise === null ? say('orders.no-promise') : format.when(promise)}</b>
        {moved ? (
          <span className={css.soft}>
            {say('orders.first-promise', { when: format.when(line.committedAt) })}
          </span>
        ) : null}
      </div>
      <div className={css.date}>
        <span>{say('orders.forecast')}</span>
        <b>{line.forecastAt === null ? '–' : format.when(line.forecastAt)}</b>
        {!line.shippedAt && late !== undefined && late >= 60 ? (
          <span className={css.late}>{format.lateness(late)}</span>
        ) : null}
      </div>
      <div className={css.date}>
        <span>{say('orders.shipped')}</span>
        <b>{line.shippedAt === null ? '–' : format.when(line.shippedAt)}</b>
        {line.shippedAt && late !== undefined && late >= 60 ? (
          <span className={css.late}>{format.lateness(late)}</span>
        ) : null}
      </div>
    </div>
  );
}

function Ship({ line }: { line: OrderLine }) {
  const say = useOfficeText();
  const ui = useUiText();
  const ship = useWrite(orderRoutes.ship);
  const [commandId, setCommandId] = useState(newCommandId);
  const run = () =>
    ship.mutate(
      { request: { params: { order: line.order, line: line.line }, body: { commandId } } },
      {
        onSuccess: () => {
          setCommandId(newCommandId());
          showToast({ text: say('orders.shipped-now'), tone: 'green' });
        },
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <Button icon="box" onClick={run} disabled={Number(line.qtyReady) === 0 || ship.isPending}>
      {say('orders.ship')}
    </Button>
  );
}

function Actions({ order, line }: { order: Order; line: OrderLine }) {
  const say = useOfficeText();
  const role = useSession()?.role;
  const [sheet, setSheet] = useState<'change' | 'cancel'>();
  const plans = role === 'planner' || role === 'admin';
  if (!isOpen(line) || role === 'manager' || role === 'operator') return null;
  const close = () => setSheet(undefined);
  return (
    <>
      <Ship line={line} />
      {plans ? <Button onClick={() => setSheet('change')}>{say('orders.change')}</Button> : null}
      {plans ? (
        <Button kind="danger" onClick={() => setSheet('cancel')}>
          {say('orders.cancel-line')}
        </Button>
      ) : null}
      {sheet === 'change' ? <ChangeLine order={order} line={line} onClose={close} /> : null}
      {sheet === 'cancel' ? <CancelLine order={order} line={line} onClose={close} /> : null}
    </>
  );
}

/** One line of an order: state, quantities, dates, work, shipments. */
export function LineView({ order, line }: { order: Order; line: OrderLine }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const sign = riskSigns[line.risk];
  const unit = names.unit(line.item);
  const quantity = (label: string, qty: string) => (
    <Figure label={label} value={format.qty(qty)} unit={unit} size={3} />
  );
  const state = line.risk === 'done' ? '' : `, ${ui(sign.word)}`;
  return (
    <div className={css.order}>
      <Section
        title={`${order.lines.length > 1 ? `${line.line} · ` : ''}${names.item(line.item)}`}
        note={<StateBadge sign={sign} size="quiet" word={`${say(`orders.status.${line.status}`)}${state}`} />}
        actions={<Actions order={order} line={line} />}
      >
        <Dates line={line} />
        <div className={css.steps} style={{ marginTop: 'var(--s3)' }}>
          {quantity(say('orders.ordered'), line.qty)}
          {quantity(say('orders.stock-cover'), line.qtyFromStock)}
          {quantity(say('orders.ready-now'), line.qtyReady)}
          {quantity(say('orders.left'), line.qtyShipped)}
        </div>
        {line.note ? <p className={css.soft}>{line.note}</p> : null}
      </Section>
      <LineWork line={line} />
      <Shipments line={line} />
    </div>
  );
}
