import { kpiRoutes, type KpiDefinition, type ReplyOf } from '@takt/contracts';
import { Button, useFormat, useRead, useSession, WhenLoaded } from '@takt/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Chips } from '../../components/chips';
import { PageHead } from '../../components/page-head';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { BreakDown } from './break-down';
import { FactsView } from './facts-view';
import { FigureDefinition } from './figure-definition';
import css from './figures.module.css';
import { Light } from './light';
import { LittleNote } from './little-note';
import { NotesSection } from './notes-section';
import { TargetSheet } from './target-sheet';
import { Restated, useRestated } from './restated';
import { ScopeBar } from './scope-bar';
import { Against, Beside, BigValue, lightOf, type Headline } from './tile';
import { Spread } from './spread';
import { Trend } from './trend';
import { requestOf, useScope, type Scope } from './use-scope';
import { useWritten } from './use-written';
import { ValueNote } from './value-note';

type Figure = ReplyOf<typeof kpiRoutes.value> & Pick<Headline, 'target' | 'light'>;

const BASES = ['committed', 'requested', 'latest'] as const;
type Basis = (typeof BASES)[number];

function Head({ figure, scope }: { figure: Figure; scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const written = useWritten();
  const role = useSession()?.role;
  const [explained, setExplained] = useState(false);
  const [aiming, setAiming] = useState(false);
  const [shown, setShown] = useState(false);
  const restated = useRestated(figure, scope);
  const may = role === 'planner' || role === 'manager' || role === 'admin';
  const { definition, previous, target } = figure;
  const total = figure.total;
  return (
    <>
      <div className={css.top}>
        <BigValue headline={figure} />
        <div className={css.beside}>
          <Beside headline={figure} />
          <Light
            state={lightOf(figure)}
            target={
              target === null || target === undefined ? undefined : written.whole(target, definition.unit)
            }
          />
          <Against headline={figure} />
          {previous && previous.value !== null ? (
            <span className={css.note}>
              {say('figures.before', {
                value: written.whole(previous.value, definition.unit, previous.note),
                from: format.day(previous.from),
                to: format.day(Date.parse(previous.to) - 1),
              })}
            </span>
          ) : null}
          <ValueNote value={total} />
          {definition.id === 'wip-orders' ? <LittleNote value={total} scope={scope} /> : null}
        </div>
        <div className={css.explain}>
          {may ? (
            <Button icon="flag" onClick={() => setAiming(true)}>
              {say('figures.set-target')}
            </Button>
          ) : null}
          {restated.count > 0 ? (
            <Button icon="undo" pressed={shown} onClick={() => setShown(!shown)}>
              {say('restated.some', { count: restated.count })}
            </Button>
          ) : null}
          <Button icon="question" pressed={explained} onClick={() => setExplained(!explained)}>
            {say('figures.definition')}
          </Button>
        </div>
      </div>
      {aiming ? (
        <TargetSheet definition={definition} target={target ?? null} onClose={() => setAiming(false)} />
      ) : null}
      {explained ? <FigureDefinition figure={figure} /> : null}
      {shown ? <Restated figure={figure} of={restated} /> : null}
    </>
  );
}

function Content({ figure, scope, basis: chosen }: { figure: Figure; scope: Scope; basis: Basis }) {
  const say = useOfficeText();
  const { definition } = figure;
  const basis = hasBasis(definition) ? chosen : undefined;
  return (
    <>
      <Head figure={figure} scope={scope} />
      <Section title={say('figures.trend-title')}>
        <Trend definition={definition} scope={scope} basis={basis} target={figure.target ?? undefined} />
      </Section>
      {isLeadTime(definition) ? (
        <Section title={say('figures.spread')}>
          <Spread definition={definition} scope={scope} inputs={figure.total.inputs} />
        </Section>
      ) : null}
      <BreakDown definition={definition} scope={scope} basis={basis} />
      <NotesSection kpi={definition.id} scope={scope} />
      <Section title={say('figures.behind')} note={say('figures.behind-hint')}>
        <FactsView definition={definition} scope={scope} basis={basis} />
      </Section>
    </>
  );
}

const isLeadTime = ({ id }: KpiDefinition) => id.endsWith('lead-time');
const hasBasis = ({ id }: KpiDefinition) => id.startsWith('ot');

/** One figure: value, meaning, trend, where it comes about, and the very facts behind it. */
export function FigureView() {
  const say = useOfficeText();
  const format = useFormat();
  const go = useNavigate();
  const { kpi = '' } = useParams();
  const scope = useScope();
  const [chosen, setBasis] = useAddress('basis', 'committed');
  const basis = BASES.find((each) => each === chosen) ?? 'committed';
  const definition = useRead(kpiRoutes.definitions).data?.find(({ id }) => id === kpi);
  const read = useRead(
    kpiRoutes.value,
    {
      params: { kpi },
      query: {
        ...requestOf(scope, definition?.dimensions),
        ...(definition && hasBasis(definition) && { basis }),
      },
    },
    { keep: true },
  );
  return (
    <>
      <PageHead title={definition ? format.name(definition) : kpi}>
        <Button icon="back" onClick={() => void go(`/figures${scope.query}`)}>
          {say('figures.back')}
        </Button>
      </PageHead>
      <ScopeBar scope={scope} />
      {definition && hasBasis(definition) ? (
        <div className={css.basis}>
          <Chips
            label={say('figures.basis')}
            chips={BASES.map((key) => ({ key, label: say(`figures.basis.${key}`) }))}
            chosen={basis}
            onChoose={setBasis}
          />
        </div>
      ) : null}
      <WhenLoaded of={read}>{(figure) => <Content figure={figure} scope={scope} basis={basis} />}</WhenLoaded>
    </>
  );
}
