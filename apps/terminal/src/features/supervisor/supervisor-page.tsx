import { stationRoutes, telemetryRoutes } from '@takt/contracts';
import { StateBadge, stationSigns, useFormat, useRead, WhenLoaded } from '@takt/ui';
import { FloorFrame } from '../../components/floor-frame';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { worstFirst } from '../../lib/worst-first';
import css from './supervisor-page.module.css';

/** The line: every station with its state and how long already, the worst first. */
export default function SupervisorPage() {
  const say = useFloorText();
  const format = useFormat();
  const { line } = useTerminal();
  const live = useRead(telemetryRoutes.live, { query: { line } });
  const stations = useRead(stationRoutes.list, { query: { filter: `line:${line}`, limit: 200 } });
  const names = new Map(stations.data?.items.map((each) => [each.id, format.name(each)]));
  return (
    <FloorFrame title={say('supervisor.title', { line })}>
      <WhenLoaded of={live}>
        {(rows) => (
          <ul className={css.list}>
            {worstFirst(rows).map(({ station, state, stateSince }) => (
              <li key={station} className={css.station}>
                <span>{names.get(station) ?? station}</span>
                <StateBadge sign={stationSigns[state]} since={stateSince} />
              </li>
            ))}
          </ul>
        )}
      </WhenLoaded>
    </FloorFrame>
  );
}
