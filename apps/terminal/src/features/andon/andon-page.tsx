import { stationRoutes, telemetryRoutes, type StationLive } from '@takt/contracts';
import {
  Icon,
  stationSigns,
  useConnection,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  WhenLoaded,
} from '@takt/ui';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { worstFirst } from '../../lib/worst-first';
import css from './andon-page.module.css';

function Row({ live, name }: { live: StationLive; name: string }) {
  const ui = useUiText();
  const format = useFormat();
  const now = useFactoryNow();
  const sign = stationSigns[live.state];
  const sinceMs = live.stateSince === null ? undefined : Date.parse(live.stateSince);
  return (
    <li className={css.row} data-tone={sign.tone}>
      <Icon name={sign.icon} />
      <span>{name}</span>
      <span>
        {ui(sign.word)}
        {sinceMs === undefined ? '' : ` ${format.duration((now - sinceMs) / 1000)}`}
      </span>
    </li>
  );
}

/** The board over the line: no controls, the worst first, readable at 10 m; it says when its data is old. */
export default function AndonPage() {
  const say = useFloorText();
  const format = useFormat();
  const now = useFactoryNow(60_000);
  const { line } = useTerminal();
  const { state, sinceMs } = useConnection();
  const live = useRead(telemetryRoutes.live, { query: { line } });
  const stations = useRead(stationRoutes.list, { query: { filter: `line:${line}`, limit: 200 } });
  const names = new Map(stations.data?.items.map((each) => [each.id, format.name(each)]));
  return (
    <main className={css.board}>
      <header>
        <div className={css.head}>
          <h1>{say('supervisor.title', { line })}</h1>
          <span>{format.time(now)}</span>
        </div>
        {state === 'offline' ? (
          <p className={css.stale} role="alert">
            {say('andon.stale', { time: format.time(sinceMs) })}
          </p>
        ) : null}
      </header>
      <WhenLoaded of={live}>
        {(rows) => (
          <ul className={css.rows}>
            {worstFirst(rows).map((each) => (
              <Row key={each.station} live={each} name={names.get(each.station) ?? each.station} />
            ))}
          </ul>
        )}
      </WhenLoaded>
    </main>
  );
}
