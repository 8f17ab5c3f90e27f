import { CaptureKind, CHOICES_MAX, STEPS_MAX } from '@takt/contracts';
import { Button, CheckField, ChoiceField, TextField } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { blankInstruction, moved, type DraftChoice, type DraftInstruction } from './instruction-draft';
import { MediaField } from './media-field';
import css from './set-up.module.css';

interface PartProps {
  readonly step: DraftInstruction;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<DraftInstruction>) => void;
}

/** Answers of a choice: those that are not good hold the operation. */
function Choices({ step, readOnly, onChange }: PartProps) {
  const say = useOfficeText();
  const { choices } = step;
  const change = (at: number, part: Partial<DraftChoice>) =>
    onChange({ choices: choices.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  return (
    <>
      {choices.map((choice, at) => (
        <div key={`${at} ${choices.length}`} className={css.way}>
          <TextField
            label={say('instruction.answer')}
            value={choice.name}
            onValue={(name) => change(at, { name })}
            disabled={readOnly}
          />
          <TextField
            label={say('set-up.name-zh')}
            value={choice.nameZh}
            onValue={(nameZh) => change(at, { nameZh })}
            disabled={readOnly}
          />
          <CheckField
            label={say('instruction.good')}
            value={choice.good}
            onValue={(good) => change(at, { good })}
            disabled={readOnly}
          />
          {readOnly ? null : (
            <span className={css.middle}>
              <Button
                kind="bare"
                icon="cross"
                aria-label={say('set-up.remove')}
                onClick={() => onChange({ choices: choices.filter((_, place) => place !== at) })}
              />
            </span>
          )}
        </div>
      ))}
      {readOnly || choices.length >= CHOICES_MAX ? null : (
        <div>
          <Button
            icon="plus"
            onClick={() => onChange({ choices: [...choices, { name: '', nameZh: '', good: true }] })}
          >
            {say('instruction.add-answer')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What a step asks for. */
function Capture({ step, readOnly, onChange }: PartProps) {
  const say = useOfficeText();
  const text = (key: 'name' | 'nameZh' | 'unit' | 'min' | 'max') => ({
    value: step[key],
    onValue: (value: string) => onChange({ [key]: value }),
    disabled: readOnly,
  });
  const kinds = CaptureKind.options.map((value) => ({ value, label: say(`instruction.kind.${value}`) }));
  return (
    <>
      <div className={css.stepRow}>
        <ChoiceField
          label={say('instruction.asks')}
          choices={[{ value: '', label: say('instruction.kind.none') }, ...kinds]}
          value={step.kind}
          onValue={(kind) => onChange({ kind: kind as DraftInstruction['kind'] })}
          disabled={readOnly}
          plain
        />
        {step.kind === '' ? null : (
          <>
            <TextField label={say('instruction.name')} {...text('name')} />
            <TextField label={say('set-up.name-zh')} {...text('nameZh')} />
          </>
        )}
        {step.kind === 'number' ? (
          <>
            <TextField label={say('instruction.min')} {...text('min')} />
            <TextField label={say('instruction.max')} {...text('max')} />
            <TextField label={say('set-up.unit')} {...text('unit')} />
          </>
        ) : null}
      </div>
      {step.kind === 'choice' ? <Choices step={step} readOnly={readOnly} onChange={onChange} /> : null}
    </>
  );
}

interface RowProps extends PartProps {
  readonly no: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function StepRow({ step, no, readOnly, onChange, onMove, onRemove }: RowProps) {
  const say = useOfficeText();
  return (
    <li className={css.instruction}>
      <div className={css.buttons}>
        <strong className={css.middle}>{say('instruction.step', { no })}</strong>
        {readOnly ? null : (
          <>
            <Button kind="bare" icon="up" aria-label={say('instruction.up')} onClick={() => onMove(-1)} />
            <Button kind="bare" icon="down" aria-label={say('instruction.down')} onClick={() => onMove(1)} />
            <Button kind="bare" icon="cross" aria-label={say('set-up.remove')} onClick={onRemove} />
          </>
        )}
      </div>
      <div className={css.texts}>
        <TextField
          label={say('instruction.text')}
          value={step.text}
          onValue={(text) => onChange({ text })}
          disabled={readOnly}
          long
        />
        <TextField
          label={say('instruction.text-zh')}
          value={step.textZh}
          onValue={(textZh) => onChange({ textZh })}
          disabled={readOnly}
          long
        />
      </div>
      <MediaField value={step.media} onValue={(media) => onChange({ media })} readOnly={readOnly} />
      <Capture step={step} readOnly={readOnly} onChange={onChange} />
    </li>
  );
}

/** How an operation is done: its steps, each with what it says, shows and asks. */
export function InstructionFields({
  steps,
  readOnly,
  onSteps,
}: {
  steps: readonly DraftInstruction[];
  readOnly: boolean;
  onSteps: (steps: readonly DraftInstruction[]) => void;
}) {
  const say = useOfficeText();
  return (
    <details className={css.instructions}>
      <summary>{say('instruction.title', { count: steps.length })}</summary>
      <p className={css.soft}>{say('instruction.hint')}</p>
      <ol>
        {steps.map((step, at) => (
          <StepRow
            key={step.key}
            step={step}
            no={at + 1}
            readOnly={readOnly}
            onChange={(part) => onSteps(steps.map((each) => (each === step ? { ...each, ...part } : each)))}
            onMove={(by) => onSteps(moved(steps, at, by))}
            onRemove={() => onSteps(steps.filter((each) => each !== step))}
          />
        ))}
      </ol>
      {readOnly || steps.length >= STEPS_MAX ? null : (
        <div>
          <Button icon="plus" onClick={() => onSteps([...steps, blankInstruction(steps)])}>
            {say('instruction.add')}
          </Button>
        </div>
      )}
    </details>
  );
}
