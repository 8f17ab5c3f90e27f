import { shiftRoutes, type ShiftException } from '@takt/contracts';
import {
  ChoiceField,
  FormRow,
  InstantField,
  SearchField,
  showToast,
  TextField,
  useRuntime,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { useOfficeText } from '../../lib/texts';
import { useLineChoices, useStationChoices, useWorkerChoices } from '../../lib/use-choices';

const HOUR = 3_600_000;
type Kind = ShiftException['kind'];
type Whom = 'line' | 'station' | 'worker' | 'plant';

/** To whom each kind may apply, the usual first. */
const whom: Readonly<Record<Kind, readonly Whom[]>> = {
  overtime: ['line'],
  extra: ['line', 'station'],
  absence: ['worker'],
  maintenance: ['station'],
  closed: ['line', 'station', 'plant'],
};
const KINDS = Object.keys(whom) as Kind[];

/** The field that says to whom an exception applies. */
function WhomField({ of, value, onValue }: { of: Whom; value: string; onValue: (id: string) => void }) {
  const say = useOfficeText();
  const lines = useLineChoices();
  const stations = useStationChoices();
  const workers = useWorkerChoices();
  if (of === 'plant') return null;
  const choices = of === 'line' ? lines : of === 'station' ? stations : workers;
  return (
    <SearchField
      label={say(`shifts.whom.${of}`)}
      name={of}
      choices={choices}
      value={value}
      onValue={onValue}
      required
    />
  );
}

/** Adds overtime, a closure, maintenance or an absence. */
export function ExceptionSheet({ onClose, onChanged }: { onClose: () => void; onChanged: () => void }) {
  const say = useOfficeText();
  const { clock } = useRuntime();
  const add = useWrite(shiftRoutes.addException);
  const [hour] = useState(() => Math.ceil(clock.now() / HOUR) * HOUR);
  const [kind, setKind] = useState<Kind>('overtime');
  const [of, setOf] = useState<Whom>('line');
  const [id, setId] = useState('');
  const [startAt, setStartAt] = useState(new Date(hour).toISOString());
  const [endAt, setEndAt] = useState(new Date(hour + 4 * HOUR).toISOString());
  const [note, setNote] = useState('');
  const ready = startAt !== '' && endAt !== '' && (of === 'plant' || id !== '');
  const submit = () => {
    if (!ready) return;
    const about = { line: null, station: null, worker: null, ...(of !== 'plant' && { [of]: id }) };
    add.mutate(
      { request: { body: { kind, ...about, startAt, endAt, note } } },
      {
        onSuccess: () => {
          onChanged();
          showToast({ text: say('shifts.added'), tone: 'green' });
          onClose();
        },
      },
    );
  };
  const choose = (next: Kind) => {
    setKind(next);
    setOf(whom[next][0] ?? 'plant');
    setId('');
  };
  return (
    <FormSheet
      onClose={onClose}
      title={say('shifts.add')}
      send={say('shifts.add-now')}
      write={add}
      ready={ready}
      onSend={submit}
      fields={['kind', 'line', 'station', 'worker', 'startAt', 'endAt', 'note']}
    >
      <FormRow>
        <ChoiceField
          label={say('shifts.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: say(`exception.${value}`) }))}
          onValue={(value) => choose(value as Kind)}
          plain
        />
        <ChoiceField
          label={say('shifts.for')}
          value={of}
          choices={whom[kind].map((value) => ({ value, label: say(`shifts.whom.${value}`) }))}
          onValue={(value) => {
            setOf(value as Whom);
            setId('');
          }}
          plain
        />
      </FormRow>
      <WhomField key={of} of={of} value={id} onValue={setId} />
      <FormRow>
        <InstantField label={say('shifts.start')} name="startAt" value={startAt} onValue={setStartAt} />
        <InstantField label={say('shifts.end')} name="endAt" value={endAt} onValue={setEndAt} />
      </FormRow>
      <TextField label={say('shifts.note')} name="note" value={note} onValue={setNote} />
    </FormSheet>
  );
}
