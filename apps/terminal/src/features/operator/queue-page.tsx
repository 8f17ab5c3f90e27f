import { Button, EmptyState, operationSigns, StateBadge, useFormat, WhenLoaded } from '@takt/ui';
import { useNavigate } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { itemOf } from '../../lib/names';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { scannedOperation } from '../../lib/scanned-operation';
import { useFloorText } from '../../lib/texts';
import { useFloorScan } from '../../lib/use-floor-scan';
import css from './queue-page.module.css';
import { byUrgency } from './steady-work';
import { useQueue, useStationId } from './use-station';

function Line({ operation, onTake }: { operation: ExpectedOperation; onTake: () => void }) {
  const say = useFloorText();
  const format = useFormat();
  const late = operation.plannedEndAt !== null && operation.plannedEndAt > operation.dueAt;
  return (
    <li className={css.line}>
      <StateBadge sign={operationSigns[operation.status]} />
      <div className={css.what}>
        <strong>{operation.workOrder}</strong> {format.name(itemOf(operation))}
        <p>
          {format.qty(operation.qtyGood)}/{format.qty(operation.qtyTarget)} {format.unit(operation.unit)}
          {operation.plannedStartAt === null ? '' : ` · ${format.when(operation.plannedStartAt)}`}
          {late ? ` · ${say('finish.late-order')}` : ''}
        </p>
      </div>
      <Button onClick={onTake}>{say('queue.take')}</Button>
    </li>
  );
}

/** What is planned at this station, in the order in which it should be made; another one can be taken first. */
export function QueuePage() {
  const say = useFloorText();
  const go = useNavigate();
  const station = useStationId();
  const { read, operations } = useQueue(station);
  const take = (id: string) => void go(`/operator?station=${station}&operation=${encodeURIComponent(id)}`);
  const scanned = (id: string) => {
    const found = scannedOperation(id, operations);
    if (found) take(found.id);
    return found !== undefined;
  };
  useFloorScan({ operation: scanned, 'work-order': scanned });
  return (
    <FloorFrame title={say('queue.title')} back={`/operator?station=${station}`}>
      <WhenLoaded of={read}>
        {() =>
          operations.length === 0 ? (
            <EmptyState title={say('operator.nothing')} hint={say('operator.nothing-hint')} />
          ) : (
            <ol className={css.list}>
              {byUrgency(operations).map((operation) => (
                <Line key={operation.id} operation={operation} onTake={() => take(operation.id)} />
              ))}
            </ol>
          )
        }
      </WhenLoaded>
    </FloorFrame>
  );
}
