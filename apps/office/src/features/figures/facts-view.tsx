import {
  kpiRoutes,
  MOVEMENT_KINDS,
  PLACES,
  STATION_STATES,
  type KpiDefinition,
  type KpiFact,
  type OtdBasis,
} from '@takt/contracts';
import { Button, exportRows, stationSigns, useFormat, usePages, useUiText, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Bar, BarGap } from '../../components/bar';
import { Chips } from '../../components/chips';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { addressOf, factTitle, factValue, isTitled, partText } from './fact-words';
import css from './figures.module.css';
import { requestOf, type Scope } from './use-scope';

interface FactsViewProps {
  readonly definition: KpiDefinition;
  readonly scope: Scope;
  readonly basis: OtdBasis | undefined;
}

/** Names of the values of facts; one without a name is not shown. */
const labels: Readonly<Record<string, OfficeKey>> = {
  item: 'fact.item',
  customer: 'fact.customer',
  station: 'fact.station',
  worker: 'fact.worker',
  workers: 'fact.worker',
  state: 'fact.state',
  reason: 'fact.reason',
  scrapReason: 'fact.reason',
  qty: 'fact.qty',
  qtyShipped: 'fact.shipped',
  good: 'fact.good',
  scrap: 'fact.scrap',
  rework: 'fact.rework',
  value: 'fact.value',
  lot: 'fact.lot',
  place: 'fact.place',
  durationSec: 'fact.duration',
  attendedSec: 'fact.attended',
  leadSec: 'fact.lead',
  requestedAt: 'fact.requested',
  committedAt: 'fact.committed',
  shippedAt: 'fact.shipped-at',
  plannedStartAt: 'fact.planned',
  startedAt: 'fact.started',
  endedAt: 'fact.ended',
  acknowledgedAt: 'fact.acknowledged',
  operation: 'fact.operation',
  workOrder: 'fact.work-order',
  order: 'fact.order',
};

function useColumns(): Column<KpiFact>[] {
  const say = useOfficeText();
  const format = useFormat();
  const ui = useUiText();
  const names = useNames();
  return useMemo(() => {
    const state = (value: string | number) => {
      const known = STATION_STATES.find((each) => each === value);
      return known ? ui(stationSigns[known].word) : String(value);
    };
    const reader = {
      ...{ names, format, state },
      place: (place: string | number) => {
        const known = PLACES.find((each) => each === place);
        return known ? say(`place.${known}`) : String(place);
      },
      movement: (kind: string | number) => {
        const known = MOVEMENT_KINDS.find((each) => each === kind);
        return known ? say(`movement.${known}`) : String(kind);
      },
    };
    const details = ({ kind, values }: KpiFact) =>
      Object.keys(labels)
        .filter((key) => !isTitled(kind, key))
        .flatMap((key) => {
          const value = values[key];
          const label = labels[key];
          if (value === null || value === undefined || value === '' || value === 0 || !label) return [];
          return [`${say(label)} ${factValue(key, value, reader)}`];
        })
        .join(' · ');
    return [
      { key: 'at', header: say('figures.when'), text: ({ at }) => format.when(at) },
      {
        key: 'counts',
        header: say('figures.counts'),
        text: ({ counts }) => say(`counts.${counts}`),
        cell: ({ counts }) => <span data-counts={counts}>{say(`counts.${counts}`)}</span>,
      },
      {
        key: 'adds',
        header: say('figures.adds'),
        text: ({ numerator, denominator }) =>
          numerator === null || denominator === null
            ? '–'
            : `${partText(numerator, format)} / ${partText(denominator, format)}`,
      },
      { key: 'kind', header: say('figures.kind'), text: ({ kind }) => say(`fact-kind.${kind}`) },
      { key: 'what', header: say('figures.what'), text: (fact) => factTitle(fact, reader) },
      {
        key: 'details',
        header: say('figures.details'),
        text: details,
        cell: (fact) => <span className={css.note}>{details(fact)}</span>,
      },
    ];
  }, [say, ui, format, names]);
}

const SHOWN = ['all', 'miss', 'hit', 'part'] as const;

/** The very orders, movements and events behind a figure. A row leads to the thing itself. */
export function FactsView({ definition, scope, basis }: FactsViewProps) {
  const say = useOfficeText();
  const ui = useUiText();
  const go = useNavigate();
  const columns = useColumns();
  const [show, setShow] = useAddress('facts', 'all');
  const pages = usePages(kpiRoutes.facts, {
    params: { kpi: definition.id },
    query: { ...requestOf(scope, definition.dimensions), basis, limit: 200 },
  });
  const keep = ({ counts }: KpiFact) => show === 'all' || counts === show;
  const open = (fact: KpiFact) => {
    const address = addressOf(fact);
    if (address) void go(address);
  };
  return (
    <div className={css.facts}>
      <Bar>
        <Chips
          label={say('figures.counts')}
          chips={SHOWN.map((key) => ({
            key,
            label: key === 'all' ? say('figures.all-facts') : say(`counts.${key}`),
          }))}
          chosen={show}
          onChoose={setShow}
        />
        <BarGap />
        <Button
          icon="download"
          onClick={() => exportRows(`${definition.id}-facts`, columns, rowsOf(pages).filter(keep))}
        >
          {ui('table.export')}
        </Button>
      </Bar>
      <PagedTable
        pages={pages}
        keep={keep}
        empty={{ title: say('figures.no-facts'), hint: say('figures.no-facts-hint') }}
        label={say('figures.behind')}
        columns={columns}
        rowKey={({ kind, id, at }) => `${kind} ${id} ${at}`}
        height="70dvh"
        onOpen={open}
      />
    </div>
  );
}
