import type { HandoverSheet } from '@takt/contracts';
import { Figure, useFormat } from '@takt/ui';
import { useNames } from '../../lib/names';
import { useFloorText } from '../../lib/texts';
import css from './handover-page.module.css';
import { useLineNotices } from './use-line';

/** What is open on the line and passes to the next shift. */
export function OpenFigures({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const notices = useLineNotices().data?.items.length ?? 0;
  const unbalanced = sheet.items.filter(({ balanced }) => !balanced).length;
  return (
    <div className={css.figures}>
      <Figure size={3} label={say('handover.calls')} value={format.qty(sheet.openCalls.length)} />
      <Figure size={3} label={say('line.stops')} value={format.qty(sheet.unexplainedStops.length)} />
      <Figure size={3} label={say('handover.notices')} value={format.qty(notices)} />
      <Figure
        size={3}
        label={say('handover.ledger')}
        value={unbalanced === 0 ? '✓' : format.qty(unbalanced)}
        note={say(unbalanced === 0 ? 'handover.balanced' : 'handover.unbalanced')}
        tone={unbalanced === 0 ? undefined : 'red'}
      />
    </div>
  );
}

/** What was made at each station, machine beside people. */
export function Stations({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
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
        {sheet.stations.map((row) => (
          <tr key={row.station}>
            <th scope="row">{names.station(row.station)}</th>
            <td>{format.qty(row.good)}</td>
            <td>{format.qty(row.scrap)}</td>
            <td>{format.qty(row.rework)}</td>
            <td>{format.qty(row.machineGood)}</td>
            <td data-tone={Number(row.differenceGood ?? 0) === 0 ? undefined : 'yellow'}>
              {format.qty(row.differenceGood)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Work that the next shift takes over. */
export function Begun({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  return (
    <section>
      <h2 className={css.head}>{say('handover.begun', { count: sheet.openOperations.length })}</h2>
      <ul>
        {sheet.openOperations.map(({ operation, station, qtyGood, qtyTarget }) => (
          <li key={operation}>
            <strong>{operation}</strong> · {names.station(station)} · {format.qty(qtyGood)}/
            {format.qty(qtyTarget)}
          </li>
        ))}
      </ul>
    </section>
  );
}
