import type { QuoteLine, QuoteObstacle } from '@takt/contracts';
import { Button, Icon, InstantField, NumberField, SearchField, TextField, useFormat } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices } from '../../lib/use-choices';
import { unplacedWords } from '../../lib/unplaced-words';
import { useNames } from '../../lib/use-names';
import type { DraftLine } from './order-draft';
import css from './orders.module.css';

interface LineFieldsProps {
  readonly line: DraftLine;
  /** its place in the order, from 0 */
  readonly at: number;
  readonly promise: QuoteLine | undefined;
  readonly asking: boolean;
  readonly onChange: (change: Partial<DraftLine>) => void;
  readonly onRemove: (() => void) | undefined;
}

/** The fields of one line of an order, with the promise below them. */
export function OrderLineFields({ line, at, promise, asking, onChange, onRemove }: LineFieldsProps) {
  const say = useOfficeText();
  const items = useItemChoices(true);
  const names = useNames();
  return (
    <div className={css.line} role="group" aria-label={say('orders.line', { line: at + 1 })}>
      <span className={css.no}>{at + 1}</span>
      <SearchField
        label={say('orders.item')}
        name={`lines.${at}.item`}
        value={line.item}
        choices={items}
        onValue={(item) => onChange({ item })}
        required
      />
      <NumberField
        label={say('orders.qty')}
        name={`lines.${at}.qty`}
        value={line.qty}
        onValue={(qty) => onChange({ qty })}
        unit={names.unit(line.item)}
        decimals={names.unit(line.item) === '' ? 0 : 3}
        required
      />
      <InstantField
        label={say('orders.wish')}
        name={`lines.${at}.requestedAt`}
        value={line.requestedAt}
        onValue={(requestedAt) => onChange({ requestedAt })}
        required
      />
      <TextField label={say('orders.note')} value={line.note} onValue={(note) => onChange({ note })} />
      <span className={css.remove}>
        {onRemove ? (
          <Button kind="bare" icon="cross" aria-label={say('orders.remove-line')} onClick={onRemove} />
        ) : null}
      </span>
      <p className={css.quote} aria-live="polite">
        {promise ? (
          <PromiseWords promise={promise} onTake={(requestedAt) => onChange({ requestedAt })} />
        ) : (
          <span className={css.soft}>{say(asking ? 'orders.asking' : 'orders.no-quote')}</span>
        )}
      </p>
    </div>
  );
}

/** Why there is no date: what finds no place in the plan, and until when it was looked for. */
function NoPromise({ obstacle }: { obstacle: QuoteObstacle | null }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  if (obstacle === null)
    return (
      <span className={css.late}>
        <Icon name="warning" /> {say('orders.cannot-promise')}
      </span>
    );
  const { item, operationNo, reason, horizonAt } = obstacle;
  const why = unplacedWords[reason];
  return (
    <span className={css.late}>
      <Icon name="warning" /> {say('orders.cannot-promise-until', { when: format.when(horizonAt) })}{' '}
      {why === undefined ? null : say(why)} {names.item(item)} · {say('orders.operation')} {operationNo}
    </span>
  );
}

function PromiseWords({ promise, onTake }: { promise: QuoteLine; onTake: (at: string) => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const { promiseAt, requestedAt, onTime, binding, qtyFromStock, displaced, obstacle } = promise;
  if (promiseAt === null) return <NoPromise obstacle={obstacle} />;
  const late = (Date.parse(promiseAt) - Date.parse(requestedAt)) / 1000;
  return (
    <>
      <strong>{say('orders.promise', { when: format.when(promiseAt) })}</strong>
      <span className={onTime ? css.yes : css.late}>
        <Icon name={onTime ? 'check' : 'clock'} /> {onTime ? say('orders.as-wished') : format.lateness(late)}
      </span>
      {Number(qtyFromStock) > 0 ? (
        <span className={css.soft}>{say('orders.from-stock', { qty: format.qty(qtyFromStock) })}</span>
      ) : null}
      {binding !== '' && binding !== 'stock' ? (
        <span className={css.soft}>
          {say('orders.bound-by', { what: names.station(names.item(binding)) })}
        </span>
      ) : null}
      {displaced > 0 ? (
        <span className={css.late}>{say('orders.displaces', { count: displaced })}</span>
      ) : null}
      {onTime ? null : (
        <Button kind="bare" onClick={() => onTake(promiseAt)}>
          {say('orders.take-promise')}
        </Button>
      )}
    </>
  );
}
