import type { kpiRoutes, ReplyOf } from '@takt/contracts';
import { Sparkline, useFormat } from '@takt/ui';
import { Link } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import { Light, type LightState } from './light';
import { compare, standingOf } from './standing';
import { useWritten } from './use-written';
import { ValueNote } from './value-note';

/** A headline figure, with how it stands against its target where core says so. */
export type Headline = ReplyOf<typeof kpiRoutes.headline>[number] & {
  readonly target?: number | null | undefined;
  readonly light?: LightState | undefined;
};

/** The value of a figure, large; or in words why there is none. */
export function BigValue({ headline }: { headline: Pick<Headline, 'definition' | 'total'> }) {
  const say = useOfficeText();
  const written = useWritten();
  const { definition, total } = headline;
  if (total.value === null)
    return (
      <p className={css.none}>
        {say(standingOf(total) === 'no-data' ? 'figures.no-data' : 'figures.nothing')}
      </p>
    );
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
  return beside.map(({ definition, total }) =>
    total.value === null ? null : (
      <span key={definition.id} className={css.note}>
        {format.name(definition)} {written.value(total.value, definition.unit)}{' '}
        {written.unit(definition.unit)}
      </span>
    ),
  );
}

/** Against the period before, in words. */
export function Against({ headline }: { headline: Pick<Headline, 'definition' | 'total' | 'previous'> }) {
  const say = useOfficeText();
  const written = useWritten();
  const { definition, total, previous } = headline;
  const compared = compare(total.value, previous?.value, definition.better);
  if (!compared) return <span className={css.note}>{say('figures.no-previous')}</span>;
  return (
    <span className={css.against} data-trend={compared.trend}>
      {say('figures.against', { difference: written.difference(compared.difference, definition.unit) })}
    </span>
  );
}

/** One of the four figures: value, target, light, trend, how complete; it leads to what is behind it. */
export function Tile({ headline, query }: { headline: Headline; query: string }) {
  const format = useFormat();
  const written = useWritten();
  const { definition, total, trend, target, light } = headline;
  const values = trend.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  const write = (value: number | null | undefined) => written.value(value ?? null, definition.unit);
  const aim = target ?? undefined;
  return (
    <Link to={`/figures/${definition.id}${query}`} className={css.tile}>
      <h2>{format.name(definition)}</h2>
      <BigValue headline={headline} />
      <Beside headline={headline} />
      <Light
        state={light ?? 'none'}
        target={aim === undefined ? undefined : `${write(aim)} ${written.unit(definition.unit)}`}
      />
      <Against headline={headline} />
      {known.length > 1 ? (
        <Sparkline
          values={values}
          first={write(known[0])}
          last={write(known.at(-1))}
          {...(aim !== undefined && { target: aim })}
        />
      ) : null}
      <ValueNote value={total} />
    </Link>
  );
}
