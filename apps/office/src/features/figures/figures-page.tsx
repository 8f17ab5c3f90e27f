import { kpiRoutes, type KpiDefinition, type ReplyOf } from '@takt/contracts';
import {
  EmptyState,
  Figure,
  Sparkline,
  useFactoryNow,
  useFormat,
  useRead,
  WhenLoaded,
  type Format,
} from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import css from './figures-page.module.css';

const DAY = 86_400_000;
const DAYS = 30;

type Headline = ReplyOf<typeof kpiRoutes.headline>[number];

/** A value of a figure for the reader; shares are shown in per cent. */
export function written(value: number | null, definition: KpiDefinition, format: Format): string {
  return definition.unit === '%' ? format.percent(value) : format.number(value, 1);
}

function HeadlineFigure({ headline }: { headline: Headline }) {
  const say = useOfficeText();
  const format = useFormat();
  const { definition, total, previous, trend } = headline;
  const name = format.name({ name: definition.name, nameZh: definition.nameZh });
  const values = trend.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  const write = (value: number | null | undefined) => written(value ?? null, definition, format);
  const difference =
    total.value !== null && previous?.value !== null && previous !== null
      ? (total.value - previous.value) * (definition.unit === '%' ? 100 : 1)
      : undefined;
  const worse =
    difference !== undefined && (definition.better === 'higher' ? difference < 0 : difference > 0);
  return (
    <section className={css.figure} aria-label={name}>
      <Figure
        label={name}
        value={write(total.value)}
        unit={definition.unit}
        note={
          difference === undefined
            ? (total.note ?? say('figures.no-previous'))
            : say('figures.against', { difference: format.difference(difference, 1) })
        }
        tone={worse ? 'red' : undefined}
      />
      {known.length > 1 ? (
        <Sparkline values={values} first={write(known[0])} last={write(known.at(-1))} />
      ) : null}
    </section>
  );
}

/** The four headline figures of the last thirty days. */
export default function FiguresPage() {
  const say = useOfficeText();
  const today = useFactoryNow(3_600_000);
  const query = { from: new Date(today - DAYS * DAY).toISOString(), to: new Date(today).toISOString() };
  const headline = useRead(kpiRoutes.headline, { query }, { keep: true });
  return (
    <>
      <PageHead title={say('nav.figures')} />
      <WhenLoaded of={headline}>
        {(figures) =>
          figures.length === 0 ? (
            <EmptyState title={say('figures.none')} hint={say('figures.none-hint')} />
          ) : (
            <div className={css.grid}>
              {figures.map((each) => (
                <HeadlineFigure key={each.definition.id} headline={each} />
              ))}
            </div>
          )
        }
      </WhenLoaded>
    </>
  );
}
