import { orderRoutes } from '@takt/contracts';
import {
  Button,
  Form,
  FormNote,
  newCommandId,
  SearchField,
  showToast,
  useFormat,
  useRuntime,
  useWrite,
} from '@takt/ui';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useCustomerChoices } from '../../lib/use-choices';
import { bodyOf, emptyLine, type Draft, type DraftLine } from './order-draft';
import { OrderLineFields } from './order-line-fields';
import css from './orders.module.css';
import { useQuote } from './use-quote';

const HOUR = 3_600_000;
const WISH_HOURS = 72;

/** A wish in whole hours, three days ahead: what most orders ask for. */
function firstWish(nowMs: number): string {
  return new Date(Math.ceil(nowMs / HOUR) * HOUR + WISH_HOURS * HOUR).toISOString();
}

function useDraft() {
  const { clock } = useRuntime();
  const [draft, setDraft] = useState<Draft>(() => ({
    customer: '',
    lines: [emptyLine(1, firstWish(clock.now()))],
  }));
  return {
    draft,
    setCustomer: (customer: string) => setDraft((before) => ({ ...before, customer })),
    setLine: (key: number, change: Partial<DraftLine>) =>
      setDraft((before) => ({
        ...before,
        lines: before.lines.map((line) => (line.key === key ? { ...line, ...change } : line)),
      })),
    addLine: () =>
      setDraft((before) => {
        const last = before.lines.at(-1);
        const wish = last?.requestedAt ?? firstWish(clock.now());
        return { ...before, lines: [...before.lines, emptyLine((last?.key ?? 0) + 1, wish)] };
      }),
    removeLine: (key: number) =>
      setDraft((before) => ({ ...before, lines: before.lines.filter((line) => line.key !== key) })),
  };
}

/** A key for a write: the same while the same is sent again, so that a lost reply does not make two orders. */
function useCommandKey(): (body: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: newCommandId() };
    return last.current.key;
  };
}

/** Enters an order: the promise of each line is asked for while it is typed. */
export function OrderEntry() {
  const say = useOfficeText();
  const format = useFormat();
  const go = useNavigate();
  const customers = useCustomerChoices();
  const { draft, setCustomer, setLine, addLine, removeLine } = useDraft();
  const quote = useQuote(draft);
  const create = useWrite(orderRoutes.create);
  const keyOf = useCommandKey();
  const body = bodyOf(draft);
  const submit = () => {
    if (!body || create.isPending) return;
    create.mutate(
      { request: { body }, options: { idempotencyKey: keyOf(body) } },
      {
        onSuccess: ({ id }) => {
          showToast({ text: say('orders.entered', { order: id }), tone: 'green' });
          void go(`/orders/${encodeURIComponent(id)}`);
        },
      },
    );
  };
  const fields = ['customer', ...draft.lines.flatMap((_, at) => [`lines.${at}.item`, `lines.${at}.qty`])];
  return (
    <>
      <PageHead title={say('orders.new')} />
      <Form onSubmit={submit} error={create.error} fields={fields}>
        <div className={css.entry}>
          <div className={css.customer}>
            <SearchField
              label={say('orders.customer')}
              name="customer"
              value={draft.customer}
              choices={customers}
              onValue={setCustomer}
              required
            />
          </div>
          <div>
            {draft.lines.map((line, at) => (
              <OrderLineFields
                key={line.key}
                line={line}
                at={at}
                promise={quote.promises.get(line.key)}
                asking={quote.asking}
                onChange={(change) => setLine(line.key, change)}
                onRemove={draft.lines.length > 1 ? () => removeLine(line.key) : undefined}
              />
            ))}
          </div>
          {quote.error ? <FormNote error={quote.error} /> : null}
          <div className={css.foot}>
            <Button icon="plus" onClick={addLine}>
              {say('orders.add-line')}
            </Button>
            {quote.tookMs === undefined ? null : (
              <span className={css.soft}>
                {say('orders.quote-took', { time: format.number(quote.tookMs, 0) })}
              </span>
            )}
            <Button kind="main" type="submit" icon="check" disabled={!body || create.isPending}>
              {say('orders.enter')}
            </Button>
          </div>
        </div>
      </Form>
    </>
  );
}
