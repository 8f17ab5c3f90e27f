import { stationRoutes, type AndonCall, type Operation } from '@takt/contracts';
import { overTarget } from '@takt/production';
import {
  andonTones,
  Button,
  EmptyState,
  Icon,
  LoadingState,
  operationSigns,
  StateBadge,
  stationSigns,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  WhenLoaded,
} from '@takt/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { OverTarget } from '../../components/over-target';
import { itemOf, useNames } from '../../lib/names';
import { enter } from '../../lib/outbox/outbox';
import { usePeople } from '../../lib/people';
import { deedAt } from '../../lib/reporting';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { AssignSheet } from './assign-sheet';
import { MoveSheet } from './move-sheet';
import css from './station-page.module.css';
import { useLineCalls, useLineLive, useLineOperations, useOperationsByStation } from './use-line';

/** A call of the station: I am coming, it is solved. */
function Call({ call }: { call: AndonCall }) {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const now = useFactoryNow();
  const names = useNames();
  const [acting] = usePeople();
  const act = (kind: 'call-answer' | 'call-resolve') =>
    once(() => {
      const at = deedAt();
      void enter((commandId) => ({
        kind,
        call: call.id,
        body: { commandId, at, ...(acting && { worker: acting.worker }) },
      }));
    });
  return (
    <li className={css.call} data-tone={andonTones[call.status]}>
      <p>
        <strong>
          <Icon name="help" /> {ui(`andon.${call.kind}`)}{' '}
          {format.duration((now - Date.parse(call.raisedAt)) / 1000)}
        </strong>{' '}
        {call.answeredBy === null
          ? say('help.nobody')
          : say('help.who', { name: names.worker(call.answeredBy) })}
        {call.note ? (
          <span className={css.note}>{format.name({ name: call.note, nameZh: call.noteZh })}</span>
        ) : null}
      </p>
      {call.status === 'open' ? (
        <Button kind="main" icon="arrow" onClick={act('call-answer')}>
          {say('help.i-come')}
        </Button>
      ) : null}
      <Button icon="check" onClick={act('call-resolve')}>
        {say('help.solved')}
      </Button>
    </li>
  );
}

interface LineProps {
  readonly operation: Operation;
  readonly onAssign: () => void;
  readonly onMove: () => void;
}

function Line({ operation, onAssign, onMove }: LineProps) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const movable = operation.status === 'ready' || operation.status === 'waiting';
  return (
    <li className={css.line}>
      <StateBadge sign={operationSigns[operation.status]} />
      <div className={css.what}>
        <p className={css.title}>
          <strong>{operation.workOrder}</strong> {format.name(itemOf(operation))}{' '}
          {format.qty(operation.qtyGood)}/{format.qty(operation.qtyTarget)}{' '}
          <OverTarget over={overTarget(operation)} />
        </p>
        <p className={css.soft}>
          {operation.plannedStartAt === null
            ? say('operator.no-next')
            : `${format.when(operation.plannedStartAt)} → ${format.when(operation.plannedEndAt)}`}
          {operation.pinned ? ` · ${say('move.pinned')}` : ''}
          {operation.workers.length > 0 ? ` · ${operation.workers.map(names.worker).join(', ')}` : ''}
        </p>
      </div>
      <div className={css.actions}>
        <Button icon="users" onClick={onAssign}>
          {say('assign')}
        </Button>
        <Button icon="arrow" disabled={!movable} onClick={onMove}>
          {say('move')}
        </Button>
      </div>
    </li>
  );
}

/** One station for the supervisor: its state, its calls, its queue; people are assigned and operations moved from here. */
export function StationPage() {
  const say = useFloorText();
  const format = useFormat();
  const { station = '' } = useParams();
  const set = useRead(stationRoutes.get, { params: { station } });
  const live = useLineLive().data?.find((each) => each.station === station);
  const operations = useOperationsByStation().get(station) ?? [];
  const planned = useLineOperations();
  const called = useLineCalls();
  const calls = (called.data?.items ?? []).filter((call) => call.station === station);
  const [assigning, setAssigning] = useState<string>();
  const [moving, setMoving] = useState<string>();
  const find = (id: string | undefined) => operations.find((operation) => operation.id === id);
  const assigned = find(assigning);
  const moved = find(moving);
  return (
    <FloorFrame title={set.data ? format.name(set.data) : station} back="/supervisor">
      <div className={css.page}>
        <StateBadge sign={stationSigns[live?.state ?? 'unknown']} since={live?.stateSince} size="large" />
        {/* Both at once: what comes later would push the other away under a finger. */}
        {called.isPending ? (
          <LoadingState />
        ) : (
          <WhenLoaded of={planned}>
            {() => (
              <>
                <ul>
                  {calls.map((call) => (
                    <Call key={call.id} call={call} />
                  ))}
                </ul>
                {operations.length === 0 ? <EmptyState title={say('operator.nothing')} /> : null}
                <ul>
                  {operations.map((operation) => (
                    <Line
                      key={operation.id}
                      operation={operation}
                      onAssign={() => setAssigning(operation.id)}
                      onMove={() => setMoving(operation.id)}
                    />
                  ))}
                </ul>
              </>
            )}
          </WhenLoaded>
        )}
      </div>
      {assigned ? <AssignSheet operation={assigned} onClose={() => setAssigning(undefined)} /> : null}
      {moved ? <MoveSheet operation={moved} onClose={() => setMoving(undefined)} /> : null}
    </FloorFrame>
  );
}
