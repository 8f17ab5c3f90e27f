import { operationRoutes, stationRoutes, telemetryRoutes, type Operation } from '@takt/contracts';
import {
  EmptyState,
  Figure,
  LoadingState,
  StateBadge,
  stationSigns,
  useFormat,
  useRead,
  WhenLoaded,
} from '@takt/ui';
import { FloorFrame } from '../../components/floor-frame';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import css from './operator-page.module.css';
import { nowAndNext } from './now-and-next';

const QUEUE = 'status:running|paused|ready|waiting|held';

function Now({ operation }: { operation: Operation }) {
  const format = useFormat();
  const item = format.name({ name: operation.itemName, nameZh: operation.itemNameZh });
  return (
    <section className={css.now}>
      <p className={css.item}>
        {format.name(operation)} · {item}
        {operation.customer ? ` · ${operation.customer}` : ''}
      </p>
      <div className={css.row}>
        <span>{operation.workOrder}</span>
        <Figure
          value={format.qty(operation.qtyGood)}
          of={format.qty(operation.qtyTarget)}
          unit={format.unit(operation.unit)}
        />
      </div>
    </section>
  );
}

function Next({ operation }: { operation: Operation | undefined }) {
  const say = useFloorText();
  const format = useFormat();
  return (
    <section className={css.next}>
      <span>{say('operator.next')}</span>
      {operation ? (
        <>
          <strong>{operation.workOrder}</strong>
          <span>{format.name({ name: operation.itemName, nameZh: operation.itemNameZh })}</span>
          <span>
            {format.qty(operation.qtyTarget)} {format.unit(operation.unit)}
          </span>
          <span>{format.when(operation.plannedStartAt)}</span>
        </>
      ) : (
        <span>{say('operator.no-next')}</span>
      )}
    </section>
  );
}

/** The operator's station: its state, what is made now, what comes next. */
export default function OperatorPage() {
  const say = useFloorText();
  const format = useFormat();
  const { line, stations } = useTerminal();
  const [station = ''] = stations;
  const set = useRead(stationRoutes.get, { params: { station } });
  const live = useRead(telemetryRoutes.live, { query: { line } });
  const queue = useRead(operationRoutes.list, {
    query: { filter: `station:${station},${QUEUE}`, sort: 'plannedStartAt', limit: 20 },
  });
  const state = live.data?.find((each) => each.station === station);
  return (
    <FloorFrame title={set.data ? format.name(set.data) : station}>
      <div className={css.page}>
        {live.data ? (
          <StateBadge sign={stationSigns[state?.state ?? 'unknown']} since={state?.stateSince} size="full" />
        ) : (
          <LoadingState />
        )}
        <WhenLoaded of={queue}>
          {({ items }) => {
            const { now, next } = nowAndNext(items);
            return now ? (
              <>
                <Now operation={now} />
                <Next operation={next} />
              </>
            ) : (
              <EmptyState title={say('operator.nothing')} hint={say('operator.nothing-hint')} />
            );
          }}
        </WhenLoaded>
      </div>
    </FloorFrame>
  );
}
