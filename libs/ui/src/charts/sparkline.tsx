import { useUiText } from '../i18n/texts';
import { sparkPath } from './spark-path';
import css from './sparkline.module.css';

/** A trend without axes. */
export interface SparklineProps {
  /** values at equal steps; null where there is none */
  readonly values: readonly (number | null)[];
  readonly target?: number;
  /** the first and last value, written for the reader */
  readonly first: string;
  readonly last: string;
}

/** A trend in the height of a line of text; the last value is marked. */
export function Sparkline({ values, target, first, last }: SparklineProps) {
  const say = useUiText();
  const path = sparkPath(values, target);
  return (
    <svg
      className={css.spark}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={say('trend.label', { first, last })}
    >
      {path.target === undefined ? null : <path className={css.target} d={`M0 ${path.target}H100`} />}
      <path className={css.line} d={path.line} />
      {path.last ? <path className={css.last} d={`M${path.last.x} ${path.last.y}h0.01`} /> : null}
    </svg>
  );
}
