import type { Operation } from '@takt/contracts';
import { overTarget } from '@takt/production';
import { Icon, useFormat } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText } from '../lib/texts';
import css from './done-of.module.css';

type Done = Pick<Operation, 'qtyGood' | 'qtyTarget'>;

/** Writes how far an operation is: `12 / 10, 2 over the target`. */
export function useDoneWords(): (done: Done, unit?: string) => string {
  const say = useOfficeText();
  const format = useFormat();
  return useMemo(
    () =>
      (done, unit = '') => {
        const over = overTarget(done);
        const made = `${format.qty(done.qtyGood)} / ${format.qty(done.qtyTarget)} ${unit}`.trim();
        return over > 0 ? `${made}, ${say('done.over', { qty: format.qty(over) })}` : made;
      },
    [say, format],
  );
}

/** How far an operation is; more good pieces than it was to make are marked: maybe on purpose, maybe reported twice. */
export function DoneOf({ done }: { done: Done }) {
  const say = useOfficeText();
  const format = useFormat();
  const over = overTarget(done);
  return (
    <>
      {format.qty(done.qtyGood)} / {format.qty(done.qtyTarget)}
      {over > 0 ? (
        <span className={css.over}>
          <Icon name="warning" /> {say('done.over', { qty: format.qty(over) })}
        </span>
      ) : null}
    </>
  );
}
