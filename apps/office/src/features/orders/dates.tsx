import type { OrderLine } from '@takt/contracts';
import { useFormat } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import css from './orders.module.css';
import { latenessSec, promiseOf } from './order-line';

/** The promise; beside it the first one when it was moved. */
export function Promised({ line }: { line: OrderLine }) {
  const format = useFormat();
  const say = useOfficeText();
  const promise = promiseOf(line);
  if (promise === null) return <span className={css.soft}>{say('orders.no-promise')}</span>;
  const moved = line.committedAt !== null && line.committedAt !== promise;
  return (
    <>
      {moved ? <s className={css.soft}>{format.when(line.committedAt)}</s> : null} {format.when(promise)}
    </>
  );
}

/** When it was or will be finished, and how far that is from the promise where it is late. */
export function Finish({ line }: { line: OrderLine }) {
  const format = useFormat();
  const say = useOfficeText();
  const late = latenessSec(line) ?? 0;
  const at = line.shippedAt ?? line.forecastAt;
  return (
    <>
      {late >= 60 ? <span className={css.late}>{format.lateness(late)}</span> : null}{' '}
      {at === null ? <span className={css.soft}>–</span> : <span>{format.when(at)}</span>}
      {line.shippedAt ? <span className={css.soft}> {say('orders.shipped-mark')}</span> : null}
    </>
  );
}
