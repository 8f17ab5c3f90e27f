import { kpiRoutes } from '@takt/contracts';
import {
  Button,
  ConnectionIndicator,
  useConnection,
  useFactoryNow,
  useFormat,
  useRead,
  WhenLoaded,
} from '@takt/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import css from './tv.module.css';
import { Light } from './light';
import { Against, Beside, lightOf, noValueKey, type Headline } from './tile';
import { TvBreakDown, TvTrend } from './tv-parts';
import { requestOf, useScope, type Scope } from './use-scope';
import { useWritten } from './use-written';
import { ValueNote } from './value-note';

const SHOWN_MS = 12_000;

/** Counts up, one step every so many real ms. */
function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), SHOWN_MS);
    return () => clearInterval(timer);
  }, []);
  return turn;
}

function Screen({ headline, scope }: { headline: Headline; scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const written = useWritten();
  const { definition, target } = headline;
  const total = headline.total;
  const write = (value: number | null | undefined) => written.value(value ?? null, definition.unit);
  const aim = target ?? undefined;
  return (
    <section className={css.screen} aria-label={format.name(definition)}>
      <div className={css.figure}>
        <h1>{format.name(definition)}</h1>
        <p className={css.value} data-none={total.value === null}>
          {total.value === null ? say(noValueKey(total)) : write(total.value)}
          {total.value === null ? null : <small>{written.unit(definition.unit, total.note)}</small>}
        </p>
        <Beside headline={headline} />
        <div className={css.beside}>
          <Light
            state={lightOf(headline)}
            target={aim === undefined ? undefined : written.whole(aim, definition.unit)}
          />
          <Against headline={headline} />
          <ValueNote value={total} />
        </div>
      </div>
      <TvBreakDown key={definition.id} definition={definition} scope={scope} />
      <TvTrend headline={headline} scope={scope} />
    </section>
  );
}

/** The four figures one after another over the whole screen, for a television in the hall. Esc leaves. */
export function TvView() {
  const say = useOfficeText();
  const format = useFormat();
  const go = useNavigate();
  const scope = useScope();
  const turn = useTurn();
  const now = useFactoryNow(1000);
  const { state, sinceMs } = useConnection();
  const headline = useRead(kpiRoutes.headline, { query: requestOf(scope) }, { keep: true, everyMs: 30_000 });
  const leave = () => void go(`/figures${scope.query}`);
  const escape = useEffectEvent(leave);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') escape();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  return (
    <div className={css.tv} role="region" aria-label={say('figures.tv')}>
      <header className={css.head}>
        <span>{format.time(now)}</span>
        <span>{say(`figures.period.${scope.period}`)}</span>
        <ConnectionIndicator state={state} sinceMs={sinceMs} />
        <Button kind="bare" icon="cross" aria-label={say('figures.leave-tv')} onClick={leave} />
      </header>
      <WhenLoaded of={headline}>
        {(figures) => {
          const shown = figures[turn % Math.max(1, figures.length)];
          return shown ? <Screen headline={shown} scope={scope} /> : null;
        }}
      </WhenLoaded>
      <footer className={css.dots} aria-hidden="true">
        {(headline.data ?? []).map(({ definition }, at) => (
          <i key={definition.id} data-on={at === turn % (headline.data?.length ?? 1)} />
        ))}
      </footer>
    </div>
  );
}
