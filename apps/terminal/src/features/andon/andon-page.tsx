import {
  andonRoutes,
  lineRoutes,
  operationRoutes,
  stationRoutes,
  telemetryRoutes,
  type AndonCall,
  type StationLive,
} from '@takt/contracts';
import {
  andonSigns,
  andonTones,
  Icon,
  stationSigns,
  useConnection,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  WhenLoaded,
} from '@takt/ui';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useNames } from '../../lib/names';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { updateStore } from '../../lib/update';
import { useShift } from '../../lib/use-shift';
import { worstFirst } from '../../lib/worst-first';
import css from './andon-page.module.css';
import { boardPages } from './board-pages';
import { shiftProgress } from './shift-progress';
import { useBoardRoom } from './use-board-room';
import { useBoardSize } from './use-board-size';
import { useTurn } from './use-turn';

const COUNTED = 'status:running|paused|held|ready|waiting|done';

/** Most of a name that fits in full size beside what is said at the end of its row, in Latin characters; Hanzi count twice. */
const FITTING = { state: { wide: 22, small: 12 }, call: { wide: 13, small: 7 } } as const;

/** A station by its name, over two lines where it is long: it is never cut for what stands beside it. */
function Name({ name, beside }: { name: string; beside: keyof typeof FITTING }) {
  const width = name.length + (name.match(/\p{Script=Han}/gu)?.length ?? 0);
  const { wide, small } = FITTING[beside];
  return (
    <span className={css.name} data-long={width > wide} data-long-on-small={width > small}>
      {name}
    </span>
  );
}

function CallRow({ call, name }: { call: AndonCall; name: string }) {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const now = useFactoryNow();
  const names = useNames();
  return (
    <li className={css.row} data-tone={andonTones[call.status]} data-calls={call.status}>
      <Icon name={andonSigns[call.kind].icon} />
      <Name name={name} beside="call" />
      <span className={css.side}>
        <b>
          {ui(andonSigns[call.kind].word)}{' '}
          {format.duration(Math.max(0, (now - Date.parse(call.raisedAt)) / 1000))}
        </b>
        {call.answeredBy === null ? null : (
          <span>{say('help.who', { name: names.worker(call.answeredBy) })}</span>
        )}
      </span>
    </li>
  );
}

function StationRow({ live, name }: { live: StationLive; name: string }) {
  const ui = useUiText();
  const format = useFormat();
  const now = useFactoryNow();
  const sign = stationSigns[live.state];
  const sinceMs = live.stateSince === null ? undefined : Date.parse(live.stateSince);
  return (
    <li className={css.row} data-tone={sign.tone}>
      <Icon name={sign.icon} />
      <Name name={name} beside="state" />
      <span className={css.side}>
        <b>{ui(sign.word)}</b>
        {sinceMs === undefined ? null : <span>{format.duration(Math.max(0, (now - sinceMs) / 1000))}</span>}
      </span>
    </li>
  );
}

/** The shift against its plan: made, of how many, and how much the plan asks for by now. */
function Progress() {
  const say = useFloorText();
  const format = useFormat();
  const { line } = useTerminal();
  const now = useFactoryNow(10_000);
  const shift = useShift(line);
  const operations = useRead(operationRoutes.list, {
    query: { filter: `line:${line},${COUNTED}`, sort: '-plannedStartAt', limit: 500 },
  });
  if (!shift || !operations.data) return <span>{shift ? '' : say('andon.no-shift')}</span>;
  const { target, made, byNow } = shiftProgress(operations.data.items, shift, now);
  const behind = made < byNow;
  return (
    <span className={css.progress} data-tone={behind ? 'red' : 'green'}>
      <strong>{format.qty(made)}</strong>/{format.qty(target)}{' '}
      <small>
        <Icon name={behind ? 'down' : 'check'} /> {say('andon.by-now', { count: format.qty(byNow) })}
      </small>
    </span>
  );
}

type Row =
  | { readonly urgent: boolean; readonly call: AndonCall }
  | { readonly urgent: boolean; readonly live: StationLive };

/** Calls that nobody answers first, then the other calls, then the stations, the worst first. */
function rowsOf(calls: readonly AndonCall[], live: readonly StationLive[]): readonly Row[] {
  const open = [...calls].sort((a, b) => Number(b.status === 'open') - Number(a.status === 'open'));
  return [
    ...open.map((call) => ({ urgent: true, call })),
    ...worstFirst(live).map((each) => ({ urgent: stationSigns[each.state].tone === 'red', live: each })),
  ];
}

/** The rows, in pages where they do not all fit: no row is cut, and none stays away. */
function Rows({ rows, nameOf }: { rows: readonly Row[]; nameOf: (station: string) => string }) {
  const say = useFloorText();
  const { list, room } = useBoardRoom();
  const pages = boardPages(rows, room);
  const at = useTurn(pages.length);
  return (
    <>
      <ul ref={list} className={css.rows}>
        {(pages[at] ?? []).map((row) =>
          'call' in row ? (
            <CallRow key={row.call.id} call={row.call} name={nameOf(row.call.station)} />
          ) : (
            <StationRow key={row.live.station} live={row.live} name={nameOf(row.live.station)} />
          ),
        )}
      </ul>
      {pages.length > 1 ? (
        <p className={css.page}>{say('andon.page', { page: at + 1, of: pages.length })}</p>
      ) : null}
    </>
  );
}

/** Beats with every sign of life of core; over the full width, that the data is old. */
function Freshness() {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const { state, sinceMs } = useConnection();
  if (state === 'offline')
    return (
      <p className={css.stale} role="alert">
        <Icon name="offline" /> {say('andon.stale', { time: format.time(sinceMs) })}
      </p>
    );
  return (
    <p className={css.fresh} role="status" data-tone={state === 'live' ? 'green' : 'yellow'}>
      <span className={css.pulse} data-state={state} /> {ui(`connection.${state}`)}
    </p>
  );
}

/** Nobody touches a board: it takes a newer version by itself. */
function useNewestVersion(): void {
  const take = useStore(updateStore, (state) => state.take);
  useEffect(() => take?.(), [take]);
}

/** The board over the line: no controls, calls and the worst first, readable at 10 m; it says when its data is old. */
export default function AndonPage() {
  useBoardSize();
  useNewestVersion();
  const say = useFloorText();
  const format = useFormat();
  const now = useFactoryNow(1000);
  const { line } = useTerminal();
  const live = useRead(telemetryRoutes.live, { query: { line } });
  const lines = useRead(lineRoutes.list);
  const stations = useRead(stationRoutes.list, { query: { filter: `line:${line}`, limit: 200 } });
  const calls = useRead(andonRoutes.list, {
    query: { filter: `line:${line},status:open|answered`, sort: 'raisedAt', limit: 50 },
  });
  const names = new Map(stations.data?.items.map((each) => [each.id, format.name(each)]));
  const nameOf = (station: string) => names.get(station) ?? station;
  const set = lines.data?.find(({ id }) => id === line);
  return (
    <main className={css.board}>
      <header>
        <div className={css.head}>
          <h1>{set ? format.name(set) : say('supervisor.title', { line })}</h1>
          <Progress />
          <span>{format.time(now)}</span>
        </div>
        <Freshness />
      </header>
      <WhenLoaded of={live}>
        {(stationsNow) => <Rows rows={rowsOf(calls.data?.items ?? [], stationsNow)} nameOf={nameOf} />}
      </WhenLoaded>
    </main>
  );
}
