import type { KpiValue } from '@takt/contracts';
import { STOCK_BELOW_ZERO } from '@takt/kpi';
import { Icon, useFormat } from '@takt/ui';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import css from './figures.module.css';
import { standingOf } from './standing';

/** Sentences for what must be said beside a value. */
const notes: Readonly<Record<string, OfficeKey>> = {
  'not-annualised': 'figures.note.not-annualised',
  'few-days': 'figures.note.few-days',
  'above-100': 'figures.note.above-100',
  sketched: 'figures.note.sketched',
  [STOCK_BELOW_ZERO]: 'figures.note.stock-below-zero',
};

/** What must be said beside a value: how it is to be read, how complete it is. */
export function ValueNote({ value }: { value: KpiValue }) {
  const say = useOfficeText();
  const format = useFormat();
  const standing = standingOf(value);
  const note = value.note === null ? undefined : notes[value.note];
  return (
    <>
      {note ? <span className={css.note}>{say(note)}</span> : null}
      {value.note !== null && !note ? <span className={css.note}>{value.note}</span> : null}
      {standing === 'nothing' && !note ? (
        <span className={css.note}>{say('figures.nothing-hint')}</span>
      ) : null}
      {standing === 'no-data' ? <span className={css.note}>{say('figures.no-data-hint')}</span> : null}
      {standing === 'thin' ? (
        <span className={css.thin}>
          <Icon name="warning" /> {say('figures.thin', { share: format.percent(value.completeness, 0) })}
        </span>
      ) : null}
      {standing === 'value' && value.completeness < 0.995 ? (
        <span className={css.note}>
          {say('figures.complete', { share: format.percent(value.completeness, 0) })}
        </span>
      ) : null}
    </>
  );
}
