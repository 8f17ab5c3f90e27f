import { reportRoutes, type Operation } from '@takt/contracts';
import { EmptyState, Figure, useFormat, useRead, WhenLoaded } from '@takt/ui';
import { useNames } from '../../lib/names';
import { useShift } from '../../lib/use-shift';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import css from './handover-page.module.css';
import { shiftSheet } from './shift-sheet';
import { LineFrame } from './line-frame';
import {
  useLineCalls,
  useLineLive,
  useLineNotices,
  useLineOperations,
  useLineStations,
  useLineStops,
} from './use-line';

function Begun({ operations }: { operations: readonly Operation[] }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const begun = operations.filter(({ status }) => ['running', 'paused', 'held'].includes(status));
  return (
    <section>
      <h2 className={css.head}>{say('handover.begun', { count: begun.length })}</h2>
      <ul>
        {begun.map((operation) => (
          <li key={operation.id}>
            <strong>{operation.workOrder}</strong>{' '}
            {format.name({ name: operation.itemName, nameZh: operation.itemNameZh })} ·{' '}
            {operation.station === null ? '' : names.station(operation.station)} ·{' '}
            {format.qty(operation.qtyGood)}/{format.qty(operation.qtyTarget)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is open on the line and passes to the next shift. */
function OpenFigures() {
  const say = useFloorText();
  const format = useFormat();
  const calls = useLineCalls().data?.items.length ?? 0;
  const stops = useLineStops().data?.items.length ?? 0;
  const notices = useLineNotices().data?.items.length ?? 0;
  return (
    <div className={css.figures}>
      <Figure size={3} label={say('handover.calls')} value={format.qty(calls)} />
      <Figure size={3} label={say('line.stops')} value={format.qty(stops)} />
      <Figure size={3} label={say('handover.notices')} value={format.qty(notices)} />
    </div>
  );
}

function Sheet({ rows }: { rows: ReturnType<typeof shiftSheet> }) {
  const say = useFloorText();
  const format = useFormat();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{say('handover.station')}</th>
          <th scope="col">{say('made.good')}</th>
          <th scope="col">{say('made.scrap')}</th>
          <th scope="col">{say('made.rework')}</th>
          <th scope="col">{say('handover.machine')}</th>
          <th scope="col">{say('handover.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.station.id}>
            <th scope="row">{format.name(row.station)}</th>
            <td>{format.qty(row.good)}</td>
            <td>{format.qty(row.scrap)}</td>
            <td>{format.qty(row.rework)}</td>
            <td>{format.qty(row.machine)}</td>
            <td data-tone={row.difference ? 'yellow' : undefined}>{format.difference(row.difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** End of the shift: what was made, by station, machine beside people; what is open and passes to the next shift. */
export function HandoverPage() {
  const say = useFloorText();
  const { line } = useTerminal();
  const shift = useShift(line);
  const stations = useLineStations().data?.items ?? [];
  const live = useLineLive().data ?? [];
  const operations = useLineOperations().data?.items ?? [];
  const ids = stations.map(({ id }) => id).join('|');
  const reports = useRead(
    reportRoutes.list,
    { query: { filter: `station:${ids},from:${shift?.startAt ?? ''}`, sort: '-at', limit: 500 } },
    { enabled: shift !== undefined && ids !== '', keep: true },
  );
  return (
    <LineFrame>
      <OpenFigures />
      {shift ? (
        <WhenLoaded of={reports}>
          {({ items, nextCursor }) => (
            <>
              <Sheet rows={shiftSheet(stations, items, live)} />
              {nextCursor === null ? null : <p>{say('handover.cut', { count: items.length })}</p>}
            </>
          )}
        </WhenLoaded>
      ) : (
        <EmptyState title={say('andon.no-shift')} />
      )}
      <Begun operations={operations} />
    </LineFrame>
  );
}
