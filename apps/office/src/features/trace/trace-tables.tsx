import type { TracedOperation, TraceLink } from '@takt/contracts';
import { Button, DataTable, EmptyState, exportRows, useFormat, useUiText, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Section } from '../../components/section';
import { useCheckedValue } from '../../lib/checked-value';
import { holdReason } from '../../lib/hold-reason';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { addressOfTrace } from './trace-address';
import type { Trace } from './trace-layout';

/** Every way that material took: how much, from what into what, when first. */
export function LinkTable({ trace }: { trace: Trace }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const columns = useMemo((): Column<TraceLink>[] => {
    const point = ({ kind, id }: TraceLink['from']) => `${say(`trace.kind.${kind}`)} ${id}`;
    return [
      {
        key: 'direction',
        header: say('trace.direction'),
        text: ({ direction }) => say(`trace.direction.${direction}`),
      },
      { key: 'depth', header: say('trace.depth'), text: ({ depth }) => String(depth), align: 'end' },
      { key: 'from', header: say('trace.from'), text: ({ from }) => point(from) },
      { key: 'to', header: say('trace.to'), text: ({ to }) => point(to) },
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, unit }) => `${format.qty(qty)} ${format.unit(unit)}`,
        align: 'end',
      },
      { key: 'first', header: say('trace.first'), text: ({ firstAt }) => format.when(firstAt) },
    ];
  }, [say, format, names]);
  const download = (
    <Button icon="download" onClick={() => exportRows(`trace-${trace.start.id}`, columns, trace.links)}>
      {ui('table.export')}
    </Button>
  );
  return (
    <Section title={say('trace.links')} actions={trace.links.length > 0 ? download : undefined}>
      {trace.links.length === 0 ? (
        <EmptyState title={say('trace.no-links')} hint={say('trace.no-links-hint')} />
      ) : (
        <DataTable
          label={say('trace.links')}
          columns={columns}
          rows={trace.links}
          rowKey={({ direction, from, to, item }) =>
            `${direction} ${from.kind} ${from.id} ${to.kind} ${to.id} ${item}`
          }
          height="48dvh"
          onOpen={({ direction, from, to }) => void go(addressOfTrace(direction === 'back' ? from : to))}
        />
      )}
    </Section>
  );
}

/** The operations that the material went through: where, by whom, what was measured and checked. */
export function WorkTable({ operations }: { operations: readonly TracedOperation[] }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const checked = useCheckedValue();
  const columns = useMemo((): Column<TracedOperation>[] => {
    const unique = (all: readonly string[]) => [...new Set(all)].join(', ') || '–';
    return [
      { key: 'operation', header: say('orders.operation'), text: ({ operation }) => operation },
      { key: 'name', header: say('trace.step'), text: (each) => format.name(each) },
      {
        key: 'stations',
        header: say('orders.station'),
        text: ({ runs }) => unique(runs.map(({ station }) => names.station(station))),
      },
      {
        key: 'people',
        header: say('floor.person'),
        text: ({ runs }) => unique(runs.flatMap(({ workers }) => workers.map(names.worker))),
      },
      {
        key: 'when',
        header: say('trace.when'),
        text: ({ runs: [run] }) => (run ? format.span(run.startAt, run.endAt ?? run.startAt) : '–'),
      },
      { key: 'good', header: say('floor.good'), text: ({ good }) => format.qty(good), align: 'end' },
      { key: 'scrap', header: say('orders.scrap'), text: ({ scrap }) => format.qty(scrap), align: 'end' },
      {
        key: 'measured',
        header: say('trace.measured'),
        text: ({ measures, checks }) =>
          unique([
            ...measures.map(
              ({ parameter, min, max, outside }) =>
                `${names.parameter(parameter)} ${format.number(min)}–${format.number(max)}${outside > 0 ? ` (${say('trace.outside', { count: outside })})` : ''}`,
            ),
            ...checks.map((check) => `${names.parameter(check.name)} ${checked(check)}`),
          ]),
      },
      {
        key: 'claimed',
        header: say('trace.claimed'),
        text: ({ claimed }) => unique(claimed.map(({ lot }) => lot)),
      },
      {
        key: 'holds',
        header: say('trace.holds'),
        text: ({ holds }) => unique(holds.map((hold) => holdReason(hold, format))),
      },
    ];
  }, [say, format, names, checked]);
  if (operations.length === 0) return null;
  return (
    <Section title={say('trace.work')}>
      <DataTable
        label={say('trace.work')}
        columns={columns}
        rows={operations}
        rowKey={({ operation }) => operation}
        height="48dvh"
        onOpen={({ operation }) => void go(`/schedule?operation=${encodeURIComponent(operation)}`)}
      />
    </Section>
  );
}
