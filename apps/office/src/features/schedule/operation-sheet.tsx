import { operationRoutes, qualityRoutes, type Operation } from '@takt/contracts';
import {
  Button,
  operationSigns,
  Sheet,
  showError,
  showToast,
  StateBadge,
  useFormat,
  useRead,
  useUiText,
  useWrite,
  WhenLoaded,
} from '@takt/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { useDoneWords } from '../../components/done-of';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { ExplanationView } from './explanation';
import { HoldSheet } from './hold-sheet';
import { MoveForm } from './move-form';
import { useMayPlan } from './replan-buttons';

interface OperationSheetProps {
  readonly operation: string;
  readonly onOpen: (operation: string) => void;
  readonly onClose: () => void;
}

function useFacts(operation: Operation): readonly (readonly [string, string])[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const done = useDoneWords();
  const unit = format.unit(operation.unit);
  return [
    [say('schedule.item'), names.item(operation.item)],
    [say('schedule.station'), operation.station === null ? '–' : names.station(operation.station)],
    [say('schedule.planned'), format.span(operation.plannedStartAt, operation.plannedEndAt)],
    [say('schedule.predicted'), format.when(operation.predictedEndAt)],
    [say('schedule.due'), format.when(operation.dueAt)],
    [say('schedule.qty'), done(operation, unit)],
    [
      say('schedule.customer'),
      operation.customer === null
        ? '–'
        : format.name({ name: operation.customer, nameZh: operation.customerZh }),
    ],
    [say('schedule.people'), operation.workers.map(names.worker).join(', ') || '–'],
    [say('schedule.could-run-on'), operation.eligible.map(names.station).join(', ')],
  ];
}

function Pin({ operation }: { operation: Operation }) {
  const say = useOfficeText();
  const ui = useUiText();
  const pin = useWrite(operationRoutes.pin);
  const run = () =>
    pin.mutate(
      {
        request: { params: { operation: operation.id }, body: { pinned: !operation.pinned } },
        options: { ifMatch: operation.revision },
      },
      {
        onSuccess: () =>
          showToast({
            text: say(operation.pinned ? 'schedule.unpinned' : 'schedule.pinned'),
            tone: 'green',
          }),
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <Button icon="pin" pressed={operation.pinned} onClick={run} disabled={pin.isPending}>
      {say(operation.pinned ? 'schedule.unpin' : 'schedule.pin')}
    </Button>
  );
}

function Content({ operation, onOpen }: { operation: Operation } & Pick<OperationSheetProps, 'onOpen'>) {
  const say = useOfficeText();
  const go = useNavigate();
  const facts = useFacts(operation);
  const may = useMayPlan();
  const mayHold = useMay(qualityRoutes.holdOperation);
  const format = useFormat();
  const [holding, setHolding] = useState(false);
  const movable = may && ['waiting', 'ready', 'paused'].includes(operation.status);
  const holdable = mayHold && !['held', 'done', 'cancelled'].includes(operation.status);
  return (
    <>
      <Section
        title={format.name(operation)}
        note={<StateBadge sign={operationSigns[operation.status]} size="quiet" />}
        actions={
          <>
            {movable ? <Pin operation={operation} /> : null}
            {holdable ? (
              <Button icon="hold" onClick={() => setHolding(true)}>
                {say('schedule.hold')}
              </Button>
            ) : null}
          </>
        }
      >
        <Facts facts={facts} />
      </Section>
      <Section title={say('schedule.why-here')}>
        <ExplanationView operation={operation.id} onOpen={onOpen} />
      </Section>
      {movable ? (
        <Section title={say('schedule.move')}>
          <MoveForm operation={operation} />
        </Section>
      ) : null}
      <Section title={say('schedule.belongs-to')}>
        <Button onClick={() => void go(`/orders?show=all&q=${encodeURIComponent(operation.item)}`)}>
          {say('schedule.orders-of-item')}
        </Button>
      </Section>
      {holding ? <HoldSheet operation={operation.id} onClose={() => setHolding(false)} /> : null}
    </>
  );
}

/** One operation: what it is, why it stands where it stands, and how to move it by hand. */
export function OperationSheet({ operation: id, onOpen, onClose }: OperationSheetProps) {
  const say = useOfficeText();
  const operation = useRead(operationRoutes.get, { params: { operation: id } });
  return (
    <Sheet open onClose={onClose} title={say('schedule.operation', { operation: id })}>
      <WhenLoaded of={operation}>{(data) => <Content operation={data} onOpen={onOpen} />}</WhenLoaded>
    </Sheet>
  );
}
