import { operationRoutes, type Operation } from '@takt/contracts';
import {
  Button,
  CheckField,
  ChoiceField,
  Form,
  FormRow,
  InstantField,
  showToast,
  useRuntime,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** Moves an operation by hand to a station and an instant. Core answers at once and publishes a new version. */
export function MoveForm({ operation }: { operation: Operation }) {
  const say = useOfficeText();
  const names = useNames();
  const { clock } = useRuntime();
  const move = useWrite(operationRoutes.move);
  const [station, setStation] = useState(operation.station ?? operation.eligible[0] ?? '');
  const [startAt, setStartAt] = useState(
    () => operation.plannedStartAt ?? new Date(Math.ceil(clock.now() / 60_000) * 60_000).toISOString(),
  );
  const [evenFrozen, setEvenFrozen] = useState(false);
  const submit = () =>
    move.mutate(
      {
        request: { params: { operation: operation.id }, body: { station, startAt, evenFrozen } },
        options: { ifMatch: operation.revision },
      },
      { onSuccess: () => showToast({ text: say('schedule.moved'), tone: 'green' }) },
    );
  return (
    <Form onSubmit={submit} error={move.error} fields={['station', 'startAt']}>
      <FormRow>
        <ChoiceField
          label={say('schedule.station')}
          name="station"
          value={station}
          choices={operation.eligible.map((id) => ({ value: id, label: names.station(id) }))}
          onValue={setStation}
          plain
        />
        <InstantField label={say('schedule.start')} name="startAt" value={startAt} onValue={setStartAt} />
      </FormRow>
      <CheckField label={say('schedule.even-frozen')} value={evenFrozen} onValue={setEvenFrozen} />
      <Button
        kind="main"
        type="submit"
        icon="arrow"
        disabled={station === '' || startAt === '' || move.isPending}
      >
        {say('schedule.move-now')}
      </Button>
    </Form>
  );
}
