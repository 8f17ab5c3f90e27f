import type { AndonCall, Operation, Station, StationLive } from '@takt/contracts';
import { overTarget } from '@takt/production';
import {
  andonTones,
  Icon,
  operationSigns,
  StateBadge,
  stationSigns,
  useFactoryNow,
  useFormat,
  useUiText,
  WhenLoaded,
} from '@takt/ui';
import { Link } from 'react-router';
import { OverTarget } from '../../components/over-target';
import { itemOf, useNames } from '../../lib/names';
import { predictedFinish } from '../../lib/predicted-finish';
import { useFloorText } from '../../lib/texts';
import { worstFirst } from '../../lib/worst-first';
import css from './board-page.module.css';
import { LineFrame } from './line-frame';
import { useLineCalls, useLineLive, useLineStations, useOperationsByStation } from './use-line';

/** When an operation will be done; what should have been done already says so. */
function Finish({ operation }: { operation: Operation }) {
  const say = useFloorText();
  const format = useFormat();
  const nowMs = useFactoryNow(10_000);
  const finish = predictedFinish(operation, nowMs);
  if (!finish) return null;
  if (finish.from !== 'passed') return <> · → {format.when(finish.atMs)}</>;
  return (
    <>
      {' · '}
      <b className={css.passed} data-tone="yellow">
        {say('finish.passed-since', { time: format.when(finish.atMs) })}
      </b>
    </>
  );
}

function Work({ operations }: { operations: readonly Operation[] }) {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const now = operations.find(({ status }) => status === 'running' || status === 'paused') ?? operations[0];
  if (!now) return <span className={css.soft}>{say('operator.no-next')}</span>;
  return (
    <span className={css.work}>
      <span>
        <OverTarget over={overTarget(now)} /> <strong>{now.workOrder}</strong> {format.name(itemOf(now))}
      </span>
      <span className={css.soft}>
        {ui(operationSigns[now.status].word)} · {format.qty(now.qtyGood)}/{format.qty(now.qtyTarget)}{' '}
        {format.unit(now.unit)}
        <Finish operation={now} />
        {now.workers.length > 0 ? ` · ${now.workers.map(names.worker).join(', ')}` : ''}
      </span>
    </span>
  );
}

function Call({ call }: { call: AndonCall }) {
  const ui = useUiText();
  const format = useFormat();
  const now = useFactoryNow();
  return (
    <span className={css.call} data-tone={andonTones[call.status]}>
      <Icon name="help" /> {ui(`andon.${call.kind}`)}{' '}
      {format.duration(Math.max(0, (now - Date.parse(call.raisedAt)) / 1000))}
    </span>
  );
}

interface RowProps {
  readonly live: StationLive;
  readonly station: Station | undefined;
  readonly operations: readonly Operation[];
  readonly calls: readonly AndonCall[];
}

function Row({ live, station, operations, calls }: RowProps) {
  const format = useFormat();
  return (
    <li>
      <Link className={css.row} to={`/supervisor/station/${live.station}`}>
        <strong className={css.name}>{station ? format.name(station) : live.station}</strong>
        <StateBadge sign={stationSigns[live.state]} since={live.stateSince} />
        <Work operations={operations} />
        <span className={css.calls}>
          {calls.map((call) => (
            <Call key={call.id} call={call} />
          ))}
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}

/** The line: every station with its state and how long already, what it makes, who is there; what needs somebody first. */
export function BoardPage() {
  const live = useLineLive();
  const stations = useLineStations();
  const operations = useOperationsByStation();
  const calls = useLineCalls().data?.items ?? [];
  return (
    <LineFrame>
      <WhenLoaded of={live}>
        {(rows) => (
          <ul>
            {worstFirst(rows).map((each) => (
              <Row
                key={each.station}
                live={each}
                station={stations.data?.items.find(({ id }) => id === each.station)}
                operations={operations.get(each.station) ?? []}
                calls={calls.filter(({ station }) => station === each.station)}
              />
            ))}
          </ul>
        )}
      </WhenLoaded>
    </LineFrame>
  );
}
