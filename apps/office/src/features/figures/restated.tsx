import { kpiRoutes, type KpiRestatement, type KpiValue } from '@takt/contracts';
import { NOT_ANNUALISED } from '@takt/kpi';
import { useFormat, usePages, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { Section } from '../../components/section';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { nameOf } from './break-down-order';
import { inputText } from './input-words';
import type { Headline } from './tile';
import { restatedWhy } from './restated-words';
import { NARROWED, type Narrowing, type Scope } from './use-scope';
import { useWritten } from './use-written';

/** So many inputs tell what changed; the first of them make up the figure. */
const CHANGES = 2;

type Figure = Pick<Headline, 'definition' | 'total'>;

/** Does it change this figure, within what the page is narrowed to? Other figures are made of the same buckets. */
function concerns({ inputs }: Pick<KpiValue, 'inputs'>, { narrowed }: Scope) {
  return ({ before, after, change, bucket }: KpiRestatement): boolean => {
    const own = before !== after || Object.keys(change).some((name) => name in inputs);
    const here = (Object.entries(narrowed) as [Narrowing, string][]).every(
      ([key, id]) => (bucket[NARROWED[key]] ?? id) === id,
    );
    return own && here;
  };
}

/** Values of the period that were changed afterwards, newest first. */
export function useRestated({ definition, total }: Figure, scope: Scope) {
  const { from, to } = scope.window;
  const pages = usePages(kpiRoutes.restatements, {
    params: { kpi: definition.id },
    query: { from, to, limit: 100 },
  });
  const keep = concerns(total, scope);
  return { pages, keep, count: rowsOf(pages).filter(keep).length };
}

function useColumns({ definition, total }: Figure): Column<KpiRestatement>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const written = useWritten();
  return useMemo(() => {
    // Hours and days are never stated for a year.
    const value = (one: number | null) =>
      one === null ? '–' : written.whole(one, definition.unit, NOT_ANNUALISED);
    const where = ({ bucket }: KpiRestatement) =>
      definition.dimensions
        .flatMap((key) => (bucket[key] ? [nameOf(key, bucket[key], names)] : []))
        .join(' · ') || say('figures.whole-plant');
    const changed = ({ change }: KpiRestatement) =>
      Object.keys(total.inputs)
        .flatMap((name) => (change[name] === undefined ? [] : [[name, change[name]] as const]))
        .slice(0, CHANGES)
        .map(([name, by]) => {
          const sign = by < 0 ? '−' : '+';
          return `${say(`input.${name}` as OfficeKey)} ${sign}${inputText(name, Math.abs(by), format)}`;
        })
        .join(' · ');
    return [
      { key: 'of', header: say('restated.of'), text: ({ from, to }) => format.span(from, to) },
      { key: 'where', header: say('restated.where'), text: where },
      { key: 'before', header: say('restated.before'), text: ({ before }) => value(before), align: 'end' },
      { key: 'after', header: say('restated.after'), text: ({ after }) => value(after), align: 'end' },
      { key: 'changed', header: say('restated.changed'), text: changed },
      { key: 'why', header: say('restated.why'), text: ({ reason }) => restatedWhy(reason, { say, names }) },
      {
        key: 'at',
        header: say('restated.at'),
        text: ({ restatedAt }) => format.when(restatedAt),
        align: 'end',
      },
    ];
  }, [say, format, names, written, definition, total]);
}

/** What was changed afterwards in the values of the period: as it was, as it is since, why, when. */
export function Restated({
  figure,
  of: { pages, keep },
}: {
  figure: Figure;
  of: ReturnType<typeof useRestated>;
}) {
  const say = useOfficeText();
  const columns = useColumns(figure);
  return (
    <Section title={say('restated.title')} note={say('restated.hint')}>
      <PagedTable
        pages={pages}
        keep={keep}
        empty={{ title: say('restated.none') }}
        label={say('restated.title')}
        columns={columns}
        rowKey={({ id }) => id}
        height="26rem"
      />
    </Section>
  );
}
