import { Button, useFormat, useUiText } from '@takt/ui';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import type { RankedCause } from './pareto';

interface ParetoChartProps {
  readonly title: string;
  readonly causes: readonly RankedCause[];
  readonly nameOf: (key: string) => string;
  readonly write: (amount: number) => string;
  readonly onOpen?: () => void;
  /** there are more facts than are added up so far */
  readonly more?: (() => void) | undefined;
}

const SHOWN = 9;

/** Causes by what they cost, the greatest first, with what they make together. */
export function ParetoChart({ title, causes, nameOf, write, onOpen, more }: ParetoChartProps) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const highest = causes[0]?.amount ?? 1;
  return (
    <Section
      title={title}
      note={causes.length > SHOWN ? say('losses.first', { count: SHOWN }) : undefined}
      actions={
        onOpen ? (
          <Button kind="bare" onClick={onOpen}>
            {say('losses.look')}
          </Button>
        ) : undefined
      }
    >
      {causes.length === 0 ? (
        <p className={css.note}>{say('losses.none')}</p>
      ) : (
        <table className={css.pareto} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{say('losses.cause')}</th>
              <th scope="col" aria-label={say('losses.amount')} />
              <th scope="col">{say('losses.amount')}</th>
              <th scope="col">{say('losses.together')}</th>
            </tr>
          </thead>
          <tbody>
            {causes.slice(0, SHOWN).map(({ key, amount, count, cumulative }) => (
              <tr key={key}>
                <th scope="row">
                  {nameOf(key)} <small>{say('losses.times', { count })}</small>
                </th>
                <td className={css.paretoBar}>
                  <span className={css.bar} style={{ width: `${(amount / highest) * 100}%` }} />
                </td>
                <td className={css.number}>{write(amount)}</td>
                <td className={css.number}>{format.percent(cumulative, 0)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more ? (
        <Button icon="down" onClick={more}>
          {ui('table.more')}
        </Button>
      ) : null}
    </Section>
  );
}
