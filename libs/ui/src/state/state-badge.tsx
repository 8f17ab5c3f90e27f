import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { useFactoryNow } from '../runtime/use-factory-now';
import { useFormat } from '../runtime/use-format';
import css from './state-badge.module.css';
import type { Sign } from './tone';

/** What a badge shows. */
export interface StateBadgeProps {
  readonly sign: Sign;
  /** since when, ISO 8601; shows how long, in factory time */
  readonly since?: string | null | undefined;
  /** `quiet` inside dense tables, `large` for a list on the floor, `full` readable at 3 m */
  readonly size?: 'quiet' | 'normal' | 'large' | 'full';
  /** what to say instead of the word of the sign */
  readonly word?: string;
}

const classes = {
  quiet: `${css.badge} ${css.quiet}`,
  normal: css.badge,
  large: `${css.badge} ${css.large}`,
  full: css.full,
};

function Age({ since }: { since: string }) {
  const now = useFactoryNow();
  const format = useFormat();
  return <span className={css.age}>{format.duration(Math.max(0, (now - Date.parse(since)) / 1000))}</span>;
}

/** A state: colour, icon, word, and how long already. */
export function StateBadge({ sign, since, size = 'normal', word }: StateBadgeProps) {
  const say = useUiText();
  return (
    <span className={classes[size]} data-tone={sign.tone}>
      <Icon name={sign.icon} />
      <span>{word ?? say(sign.word)}</span>
      {since ? <Age since={since} /> : null}
    </span>
  );
}
