import { Button, useFormat, useUiText } from '@takt/ui';
import type { ReactNode } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import type { RankedCause } from './pareto';

interface ParetoChartProps {
  readonly title: string;
  /** of what it tells, where that is not plainly the period */
  readonly about?: string | undefined;
  readonly causes: readonly RankedCause[];
  readonly nameOf: (key: string) => string;
  readonly write: (amount: number) => string;
  /** leads to what is behind it */
  readonly open: { readonly label: string; readonly onOpen: () => void };
  /** what is said where nothing is lost */
  readonly none?: string;
  /** what the amount is called; what is lost unless told */
  readonly amountName?: string;
  /** stands above the causes */
  readonly children?: ReactNode;
  /** there are more facts than are added up so far */
  readonly more?: (() => void) | undefined;
}

const SHOWN = 9;

/** Causes by what they cost, the greatest first, with what they make together; the last line is the whole. */
export function ParetoChart(props: ParetoChartProps) {
  const { title, about, causes, open, none, children, more } = props;
  const say = useOfficeText();
  const ui = useUiText();
  return (
    <Section
      title={title}
      actions={
        <Button kind="bare" onClick={open.onOpen}>
          {open.label}
        </Button>
      }
    >
      {about ? <p className={css.about}>{about}</p> : null}
      {children}
      {causes.length === 0 ? (
        <p className={css.note}>{none ?? say('losses.none')}</p>
      ) : (
        <CauseTable {...props} />
      )}
      {more ? (
        <p className={css.note}>
          {say('losses.not-all')}{' '}
          <Button icon="down" onClick={more}>
            {ui('table.more')}
          </Button>
        </p>
      ) : null}
    </Section>
  );
}

function CauseTable({ title, causes, nameOf, write, amountName }: ParetoChartProps) {
  const say = useOfficeText();
  const amountWord = amountName ?? say('losses.amount');
  const format = useFormat();
  const highest = causes[0]?.amount ?? 1;
  const total = causes.reduce((sum, { amount }) => sum + amount, 0);
  const count = causes.reduce((sum, cause) => sum + cause.count, 0);
  return (
    <table className={css.pareto} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{say('losses.cause')}</th>
          <th scope="col" aria-label={amountWord} />
          <th scope="col">{amountWord}</th>
          <th scope="col">{say('losses.together')}</th>
        </tr>
      </thead>
      <tbody>
        {causes.slice(0, SHOWN).map(({ key, amount, count: times, cumulative }) => (
          <tr key={key}>
            <th scope="row">
              {nameOf(key)} <small>{say('losses.times', { count: times })}</small>
            </th>
            <td className={css.paretoBar}>
              <span className={css.bar} style={{ width: `${(amount / highest) * 100}%` }} />
            </td>
            <td className={css.number}>{write(amount)}</td>
            <td className={css.number}>{format.percent(cumulative, 0)} %</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {causes.length > SHOWN ? say('losses.all-of', { count: causes.length }) : say('losses.in-all')}{' '}
            <small>{say('losses.times', { count })}</small>
          </th>
          <td className={css.paretoBar} />
          <td className={css.number}>{write(total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
