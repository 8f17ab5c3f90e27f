import { shiftRoutes, type ShiftPattern } from '@takt/contracts';
import {
  Button,
  Form,
  FormRow,
  Sheet,
  SheetActions,
  showToast,
  TextField,
  TimeField,
  useWrite,
} from '@takt/ui';
import { useId, useState } from 'react';
import { useOfficeText } from '../../lib/texts';
import { blankShift, breaksOf, draftShift, shiftsOf, type DraftShift } from './pattern-draft';
import css from './shifts.module.css';

interface PatternSheetProps {
  readonly pattern: ShiftPattern | undefined;
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function Weekdays({ value, onValue }: { value: readonly number[]; onValue: (days: number[]) => void }) {
  const say = useOfficeText();
  return (
    <div className={css.days} role="group" aria-label={say('shifts.weekdays')}>
      {WEEKDAYS.map((day) => (
        <Button
          key={day}
          pressed={value.includes(day)}
          onClick={() =>
            onValue(value.includes(day) ? value.filter((each) => each !== day) : [...value, day])
          }
        >
          {say(`weekday.${day}`)}
        </Button>
      ))}
    </div>
  );
}

function ShiftFields({
  shift,
  at,
  onChange,
  onRemove,
}: {
  shift: DraftShift;
  at: number;
  onChange: (change: Partial<DraftShift>) => void;
  onRemove: () => void;
}) {
  const say = useOfficeText();
  const wrong = breaksOf(shift.breaks) === undefined;
  return (
    <fieldset className={css.shift}>
      <legend>
        {shift.name || say('shifts.shift')}{' '}
        <Button kind="bare" icon="cross" aria-label={say('shifts.remove-shift')} onClick={onRemove} />
      </legend>
      <FormRow>
        <TextField
          label={say('shifts.crew')}
          name={`shifts.${at}.crew`}
          value={shift.crew}
          onValue={(crew) => onChange({ crew })}
          required
        />
        <TextField
          label={say('set-up.name')}
          name={`shifts.${at}.name`}
          value={shift.name}
          onValue={(name) => onChange({ name })}
          required
        />
        <TextField
          label={say('set-up.name-zh')}
          name={`shifts.${at}.nameZh`}
          value={shift.nameZh}
          onValue={(nameZh) => onChange({ nameZh })}
        />
      </FormRow>
      <Weekdays value={shift.weekdays} onValue={(weekdays) => onChange({ weekdays })} />
      <FormRow>
        <TimeField
          label={say('shifts.start')}
          name={`shifts.${at}.start`}
          value={shift.start}
          onValue={(start) => onChange({ start })}
        />
        <TimeField
          label={say('shifts.end')}
          name={`shifts.${at}.end`}
          value={shift.end}
          onValue={(end) => onChange({ end })}
        />
        <TextField
          label={say('shifts.breaks')}
          name={`shifts.${at}.breaks`}
          value={shift.breaks}
          onValue={(breaks) => onChange({ breaks })}
          hint="10:00-10:30, 12:00-12:45"
          fault={wrong ? say('shifts.breaks-wrong') : undefined}
        />
      </FormRow>
    </fieldset>
  );
}

/** A shift pattern: the shifts of a normal week. */
export function PatternSheet({ pattern, readOnly, onClose, onChanged }: PatternSheetProps) {
  const say = useOfficeText();
  const form = useId();
  const put = useWrite(shiftRoutes.putPattern);
  const [id, setId] = useState(pattern?.id ?? '');
  const [name, setName] = useState(pattern?.name ?? '');
  const [nameZh, setNameZh] = useState(pattern?.nameZh ?? '');
  const [drafts, setDrafts] = useState<readonly DraftShift[]>(() =>
    pattern ? pattern.shifts.map(draftShift) : [blankShift(0)],
  );
  const shifts = shiftsOf(drafts);
  const ready = id !== '' && name !== '' && shifts !== undefined && !readOnly;
  const submit = () => {
    if (!ready) return;
    put.mutate(
      {
        request: { params: { pattern: id }, body: { name, ...(nameZh !== '' && { nameZh }), shifts } },
        ...(pattern && { options: { ifMatch: pattern.revision } }),
      },
      {
        onSuccess: () => {
          onChanged();
          showToast({ text: say('saved', { id }), tone: 'green' });
          onClose();
        },
      },
    );
  };
  const change = (key: number, part: Partial<DraftShift>) =>
    setDrafts((before) => before.map((shift) => (shift.key === key ? { ...shift, ...part } : shift)));
  const actions = (
    <SheetActions onCancel={onClose}>
      <Button kind="main" type="submit" form={form} disabled={!ready || put.isPending}>
        {say('save')}
      </Button>
    </SheetActions>
  );
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={pattern?.id ?? say('shifts.new-pattern')}
      actions={readOnly ? undefined : actions}
    >
      <Form id={form} onSubmit={submit} error={put.error} fields={['name', 'nameZh']}>
        <FormRow>
          {pattern ? null : (
            <TextField
              label={say('set-up.id')}
              value={id}
              onValue={setId}
              hint={say('set-up.id-hint')}
              required
            />
          )}
          <TextField label={say('set-up.name')} name="name" value={name} onValue={setName} required />
          <TextField label={say('set-up.name-zh')} name="nameZh" value={nameZh} onValue={setNameZh} />
        </FormRow>
        {drafts.map((shift, at) => (
          <ShiftFields
            key={shift.key}
            shift={shift}
            at={at}
            onChange={(part) => change(shift.key, part)}
            onRemove={() => setDrafts((before) => before.filter(({ key }) => key !== shift.key))}
          />
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() =>
              setDrafts((before) => [
                ...before,
                blankShift(Math.max(-1, ...before.map(({ key }) => key)) + 1),
              ])
            }
          >
            {say('shifts.add-shift')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
