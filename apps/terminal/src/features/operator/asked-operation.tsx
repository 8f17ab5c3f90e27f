import { operationRoutes } from '@takt/contracts';
import { useRead, WhenLoaded } from '@takt/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { useExpected } from '../../lib/outbox/entries';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { useQueue } from './use-station';

interface AskedOperationProps {
  readonly station: string;
  readonly children: (operation: ExpectedOperation) => ReactNode;
}

/**
 * A view of the operation that its address names, whether it still is in the queue of the station or not; the first screen where
 * it names none.
 */
export function AskedOperation({ station, children }: AskedOperationProps) {
  const [query] = useSearchParams();
  const id = query.get('operation') ?? '';
  const { operations } = useQueue(station); // the same reply as on the first screen: it is there without the network too
  const known = operations.find((each) => each.id === id);
  const one = useRead(operationRoutes.get, { params: { operation: id } }, { enabled: id !== '' && !known });
  const found = useExpected(one.data ? [one.data] : undefined, one.dataUpdatedAt)[0];
  const last = useRef<ExpectedOperation>(undefined);
  useEffect(() => {
    if (known) last.current = known;
  });
  // It has just left the queue, and core has not told yet how it is: what is being keyed in must not go meanwhile.
  const operation = known ?? found ?? (last.current?.id === id ? last.current : undefined);
  const home = `/operator?station=${station}`;
  if (operation) return children(operation);
  if (id === '') return <Navigate to={home} replace />;
  return (
    <FloorFrame title={id} back={home}>
      <WhenLoaded of={one}>{() => null}</WhenLoaded>
    </FloorFrame>
  );
}
