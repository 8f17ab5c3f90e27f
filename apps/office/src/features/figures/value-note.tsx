import type { KpiValue } from '@takt/contracts';
import { remarksOf } from '@takt/kpi';
import { Icon, useFormat } from '@takt/ui';
import css from './figures.module.css';

/** What must be said beside a value: how it is to be read, why there is none, how complete it is. */
export function ValueNote({ value }: { value: KpiValue }) {
  const format = useFormat();
  return remarksOf(value, (share) => format.percent(share, 0)).map((remark) => (
    <span key={remark.name} className={remark.kind === 'thin' ? css.thin : css.note}>
      {remark.kind === 'thin' ? <Icon name="warning" /> : null} {format.name(remark)}
    </span>
  ));
}
