import { reportRoutes, type Report, type WorkOrder } from '@takt/contracts';
import { Button, useFormat, usePages, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { PagedTable } from '../../components/paged-table';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { TakeBack } from './take-back';

const stands = ({ reverses, reversedBy }: Report): boolean => reverses === null && reversedBy === null;

function useColumns(workOrder: WorkOrder, onWrong: (report: Report) => void): Column<Report>[] {
  const say = useOfficeText();
  const may = useMay(reportRoutes.reverse);
  const format = useFormat();
  const names = useNames();
  return useMemo((): Column<Report>[] => {
    const numbers = new Map(workOrder.operations.map(({ id, no }) => [id, String(no)]));
    const some = (qty: string) => (Number(qty) === 0 ? '–' : format.qty(qty));
    return [
      { key: 'at', header: say('orders.when'), text: ({ at }) => format.when(at) },
      { key: 'no', header: say('set-up.no-of'), text: ({ operation }) => numbers.get(operation) ?? '' },
      {
        key: 'what',
        header: say('figures.what'),
        text: (report) => {
          if (report.reverses !== null) return say('report.counter-entry');
          const type = say(`report.type.${report.type}`);
          return report.reversedBy === null ? type : `${type} · ${say('report.taken-back')}`;
        },
      },
      { key: 'station', header: say('orders.station'), text: ({ station }) => names.station(station) },
      { key: 'good', header: say('report.good'), text: ({ good }) => some(good), align: 'end' },
      {
        key: 'scrap',
        header: say('orders.scrap'),
        text: ({ scrap, scrapReason }) =>
          [some(scrap), scrapReason === null ? '' : names.reason(scrapReason)].filter(Boolean).join(' · '),
        align: 'end',
      },
      { key: 'rework', header: say('floor.rework'), text: ({ rework }) => some(rework), align: 'end' },
      {
        key: 'by',
        header: say('orders.by'),
        text: ({ workers, source }) => workers.map(names.worker).join(', ') || say(`provenance.${source}`),
      },
      {
        key: 'look',
        header: say('report.look-at'),
        text: ({ flags, lot }) =>
          flags.map((flag) => say(`report.flag.${flag}`, { lot: lot ?? '' })).join(', '),
      },
      { key: 'note', header: say('orders.note'), text: ({ note }) => note },
      {
        key: 'take-back',
        header: '',
        text: () => '',
        cell: (report) =>
          may && stands(report) ? (
            <Button kind="bare" icon="undo" onClick={() => onWrong(report)}>
              {say('report.take-back')}
            </Button>
          ) : null,
        align: 'end',
      },
    ];
  }, [say, format, names, may, onWrong, workOrder.operations]);
}

/** What was reported of a work order; what was reported wrongly is taken back, and stays visible. */
export function ReportsSection({ workOrder }: { workOrder: WorkOrder }) {
  const say = useOfficeText();
  const [wrong, setWrong] = useState<Report>();
  const columns = useColumns(workOrder, setWrong);
  const pages = usePages(reportRoutes.list, {
    query: { limit: 50, filter: `workOrder:${workOrder.id}`, sort: '-at' },
  });
  return (
    <Section title={say('report.reports')}>
      <PagedTable
        label={say('report.reports')}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: say('report.none') }}
      />
      {wrong ? <TakeBack report={wrong} onClose={() => setWrong(undefined)} /> : null}
    </Section>
  );
}
