import { Icon, type IconName, type Tone } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';

/** How a value stands against its target; by a rule of core, not by mood. */
export type LightState = 'green' | 'amber' | 'red' | 'none';

const signs: Readonly<Record<LightState, { readonly tone: Tone; readonly icon: IconName }>> = {
  green: { tone: 'green', icon: 'check' },
  amber: { tone: 'yellow', icon: 'warning' },
  red: { tone: 'red', icon: 'flag' },
  none: { tone: 'grey', icon: 'minus' },
};

/** The traffic light of a figure: colour, sign and word. */
export function Light({ state, target }: { state: LightState; target: string | undefined }) {
  const say = useOfficeText();
  const { tone, icon } = signs[state];
  if (state === 'none' && target === undefined)
    return <span className={css.note}>{say('figures.no-target')}</span>;
  return (
    <span className={css.light} data-tone={tone}>
      <Icon name={icon} /> {say(`figures.light.${state}`)}
      {target === undefined ? null : <span className={css.target}>{say('figures.target', { target })}</span>}
    </span>
  );
}
