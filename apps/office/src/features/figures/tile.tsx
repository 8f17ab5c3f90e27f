import type { kpiRoutes, KpiValue, ReplyOf } from '@takt/contracts';
import { isAnnual, NOT_ANNUALISED, standingOf, STOCK_BELOW_ZERO } from '@takt/kpi';
import { Sparkline, useFormat } from '@takt/ui';
import { Link } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import { Light, type LightState } from './light';
import { compare, overTime } from './standing';
import { useWritten } from './use-written';
import { ValueNote } from './value-note';

/** A headline figure, with how it stands against its target where core says so. */
export type Headline = ReplyOf<typeof kpiRoutes.headline>[number] & {
  readonly target?: number | null | undefined;
  readonly light?: LightState | undefined;
};

/** Why there is no value, in a word. */
export function noValueKey(value: Pick<KpiValue, 'value' | 'completeness' | 'note'>) {
  const nothing = standingOf(value) === 'nothing' && value.note !== STOCK_BELOW_ZERO;
  return nothing ? 'figures.nothing' : 'figures.no-data';
}

/** The value of a figure, large; or in words why there is none. */
export function BigValue({ headline }: { headline: Pick<Headline, 'definition' | 'total'> }) {
  const say = useOfficeText();
  const written = useWritten();
  const { definition } = headline;
  const total = headline.total;
  if (total.value === null) return <p className={css.none}>{say(noValueKey(total))}</p>;
  return (
    <p className={css.value} data-standing={standingOf(total)}>
      {written.value(total.value, definition.unit)}
      <small>{written.unit(definition.unit, total.note)}</small>
    </p>
  );
}

/** The figures that are told together with it, in a line each. */
export function Beside({ headline: { beside } }: { headline: Pick<Headline, 'beside'> }) {
  const format = useFormat();
  const written = useWritten();
  return beside.map(({ definition, total }) => {
    const { value } = total;
    return value === null ? null : (
      <span key={definition.id} className={css.beneath}>
        {format.name(definition)} <b>{written.value(value, definition.unit)}</b>{' '}
        {written.unit(definition.unit)}
      </span>
    );
  });
}

/** How it stands against its target; what has no value cannot be judged. */
export function lightOf({ light }: Pick<Headline, 'light'>): LightState {
  return light ?? 'none';
}

/** Against the period before, in words. */
export function Against({ headline }: { headline: Pick<Headline, 'definition' | 'total' | 'previous'> }) {
  const say = useOfficeText();
  const written = useWritten();
  const { definition } = headline;
  const total = headline.total;
  const previous = headline.previous;
  // Turns of a year say nothing about turns of some days.
  const alike = isAnnual(total) === (previous !== null && isAnnual(previous));
  const compared = compare(total.value, alike ? previous?.value : null, definition.better);
  if (!compared) return <span className={css.note}>{say('figures.no-previous')}</span>;
  return (
    <span className={css.against} data-trend={compared.trend}>
      {say('figures.against', {
        difference: written.difference(compared.difference, definition.unit, total.note),
      })}
    </span>
  );
}

/** How it has developed, in small; nothing where there is no line to draw. */
export function TileTrend({
  headline: { definition, trend, target },
}: {
  headline: Pick<Headline, 'definition' | 'trend' | 'target'>;
}) {
  const written = useWritten();
  const { annual, values } = overTime(trend);
  const known = values.filter((value) => value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (known.length < 2 || first === undefined || last === undefined) return null;
  const write = (value: number) => written.value(value, definition.unit);
  const unit = annual ? '' : ` ${written.unit(definition.unit, NOT_ANNUALISED, 'day')}`;
  return (
    <Sparkline
      values={values}
      first={write(first)}
      last={`${write(last)}${unit}`}
      {...(annual && typeof target === 'number' && { target })}
    />
  );
}

/** One of the four figures: value, target, light, trend, how complete; it leads to what is behind it. */
export function Tile({ headline, query }: { headline: Headline; query: string }) {
  const format = useFormat();
  const written = useWritten();
  const { definition, target } = headline;
  const total = headline.total;
  const aim = target ?? undefined;
  return (
    <Link to={`/figures/${definition.id}${query}`} className={css.tile}>
      <h2>{format.name(definition)}</h2>
      <BigValue headline={headline} />
      <Beside headline={headline} />
      <Light
        state={lightOf(headline)}
        target={aim === undefined ? undefined : written.whole(aim, definition.unit)}
      />
      <Against headline={headline} />
      <TileTrend headline={headline} />
      <ValueNote value={total} />
    </Link>
  );
}
