import { kpiRoutes, type KpiDefinition } from '@takt/contracts';
import { DataTable, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import { Against, BigValue } from './tile';
import { requestOf, type Scope } from './use-scope';
import { useWritten } from './use-written';

/** The value of one figure of the list; each cell asks for its own. */
function Value({ definition, scope }: { definition: KpiDefinition; scope: Scope }) {
  const request = { params: { kpi: definition.id }, query: requestOf(scope, definition.dimensions) };
  const read = useRead(kpiRoutes.value, request, { keep: true });
  if (!read.data) return <span className={css.note}>{read.error ? '–' : '…'}</span>;
  return (
    <span className={css.inRow}>
      <Against headline={read.data} /> <BigValue headline={read.data} />
    </span>
  );
}

/** Every figure that Takt keeps. */
export function AllFigures({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const written = useWritten();
  const go = useNavigate();
  const definitions = useRead(kpiRoutes.definitions);
  const columns = useMemo(
    (): Column<KpiDefinition>[] => [
      { key: 'name', header: say('figures.figure'), text: (each) => format.name(each) },
      {
        key: 'formula',
        header: say('figures.formula'),
        text: ({ formula, formulaZh }) => (format.place.language === 'zh-CN' ? formulaZh : formula),
        cell: ({ formula, formulaZh }) => (
          <span className={css.note}>{format.place.language === 'zh-CN' ? formulaZh : formula}</span>
        ),
      },
      {
        key: 'value',
        header: say('figures.value'),
        text: ({ unit }) => written.unit(unit),
        cell: (definition) => <Value definition={definition} scope={scope} />,
        align: 'end',
      },
    ],
    [say, format, written, scope],
  );
  return (
    <WhenLoaded of={definitions}>
      {(rows) => (
        <DataTable
          label={say('figures.part.all')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void go(`/figures/${id}${scope.query}`)}
        />
      )}
    </WhenLoaded>
  );
}
