import { itemRoutes, workerRoutes, type Routing } from '@takt/contracts';
import {
  Button,
  CheckField,
  ChoiceField,
  EmptyState,
  ErrorState,
  Form,
  LoadingState,
  NumberField,
  ProblemError,
  showToast,
  TextField,
  useFormat,
  useRead,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useStationChoices } from '../../lib/use-choices';
import { InstructionFields } from './instruction-fields';
import { blankStep, draftStep, operationsOf, type DraftStep, type DraftWay } from './routing-draft';
import css from './set-up.module.css';

interface StepProps {
  readonly step: DraftStep;
  readonly at: number;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<DraftStep>) => void;
  readonly onRemove: () => void;
}

function Ways({ step, readOnly, onChange }: Pick<StepProps, 'step' | 'readOnly' | 'onChange'>) {
  const say = useOfficeText();
  const format = useFormat();
  const stations = useStationChoices();
  const change = (at: number, part: Partial<DraftWay>) =>
    onChange({ ways: step.ways.map((way, place) => (place === at ? { ...way, ...part } : way)) });
  return (
    <>
      {step.ways.map((way, at) => (
        <div key={`${at} ${step.ways.length}`} className={css.way}>
          <ChoiceField
            label={say('set-up.station')}
            choices={stations}
            value={way.station}
            onValue={(station) => change(at, { station })}
            disabled={readOnly}
          />
          <NumberField
            label={say('set-up.run')}
            value={way.runSecPerUnit}
            onValue={(runSecPerUnit) => change(at, { runSecPerUnit })}
            unit={format.unit('s')}
            decimals={3}
            disabled={readOnly}
          />
          <NumberField
            label={say('set-up.setup')}
            value={way.setupSec}
            onValue={(setupSec) => change(at, { setupSec })}
            unit={format.unit('s')}
            disabled={readOnly}
          />
          {readOnly || step.ways.length === 1 ? null : (
            <span className={css.middle}>
              <Button
                kind="bare"
                icon="cross"
                aria-label={say('set-up.remove')}
                onClick={() => onChange({ ways: step.ways.filter((_, place) => place !== at) })}
              />
            </span>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <div>
          <Button
            icon="plus"
            onClick={() =>
              onChange({
                ways: [
                  ...step.ways,
                  { ...(step.ways.at(-1) ?? { runSecPerUnit: '', setupSec: '0' }), station: '' },
                ],
              })
            }
          >
            {say('set-up.add-station')}
          </Button>
        </div>
      )}
    </>
  );
}

function StepFields({ step, at, readOnly, onChange, onRemove }: StepProps) {
  const say = useOfficeText();
  const format = useFormat();
  const skills = useRead(workerRoutes.skills).data ?? [];
  const text = (key: 'name' | 'nameZh' | 'family') => ({
    value: step[key],
    onValue: (value: string) => onChange({ [key]: value }),
    disabled: readOnly,
  });
  return (
    <fieldset className={css.step}>
      <legend>
        {step.no} {format.name({ name: step.name, nameZh: step.nameZh || undefined })}
        {readOnly ? null : (
          <Button kind="bare" icon="cross" aria-label={say('set-up.remove')} onClick={onRemove} />
        )}
      </legend>
      <div className={css.stepRow}>
        <NumberField
          label={say('set-up.no-of')}
          name={`operations.${at}.no`}
          value={step.no}
          onValue={(no) => onChange({ no })}
          disabled={readOnly}
        />
        <TextField label={say('set-up.name')} name={`operations.${at}.name`} {...text('name')} />
        <TextField label={say('set-up.name-zh')} {...text('nameZh')} />
        <ChoiceField
          label={say('set-up.skill')}
          choices={skills.map((skill) => ({ value: skill.id, label: format.name(skill) }))}
          value={step.skill}
          onValue={(skill) => onChange({ skill })}
          disabled={readOnly}
        />
        <NumberField
          label={say('set-up.crew-size')}
          value={step.crew}
          onValue={(crew) => onChange({ crew })}
          disabled={readOnly}
        />
        <TextField label={say('set-up.family')} {...text('family')} />
        <NumberField
          label={say('set-up.wait')}
          value={step.waitMinMin}
          onValue={(waitMinMin) => onChange({ waitMinMin })}
          unit={format.unit('min')}
          decimals={2}
          disabled={readOnly}
        />
        <CheckField
          label={say('set-up.interruptible')}
          value={step.interruptible}
          onValue={(interruptible) => onChange({ interruptible })}
          disabled={readOnly}
        />
      </div>
      <Ways step={step} readOnly={readOnly} onChange={onChange} />
      <InstructionFields steps={step.steps} readOnly={readOnly} onSteps={(steps) => onChange({ steps })} />
    </fieldset>
  );
}

function RoutingForm({
  item,
  routing,
  readOnly,
}: {
  item: string;
  routing: Routing | undefined;
  readOnly: boolean;
}) {
  const say = useOfficeText();
  const put = useWrite(itemRoutes.putRouting);
  const [steps, setSteps] = useState(() => (routing?.operations ?? []).map(draftStep));
  const operations = operationsOf(steps);
  const save = () => {
    if (!operations) return;
    put.mutate(
      {
        request: { params: { item }, body: { operations } },
        ...(routing && { options: { ifMatch: routing.revision } }),
      },
      { onSuccess: () => showToast({ text: say('saved', { id: item }), tone: 'green' }) },
    );
  };
  return (
    <Form onSubmit={save} error={put.error}>
      {steps.length === 0 ? <EmptyState title={say('set-up.no-routing')} /> : null}
      {steps.map((step, at) => (
        <StepFields
          key={step.key}
          step={step}
          at={at}
          readOnly={readOnly}
          onChange={(part) =>
            setSteps((before) => before.map((each) => (each.key === step.key ? { ...each, ...part } : each)))
          }
          onRemove={() => setSteps((before) => before.filter(({ key }) => key !== step.key))}
        />
      ))}
      {readOnly ? null : (
        <div className={css.buttons}>
          <Button icon="plus" onClick={() => setSteps((before) => [...before, blankStep(before)])}>
            {say('set-up.add-operation')}
          </Button>
          <Button type="submit" disabled={!operations || put.isPending}>
            {say('set-up.save-routing')}
          </Button>
        </div>
      )}
    </Form>
  );
}

/** Routing of an item: its operations in order, each with the stations that can do it. */
export function RoutingSection({ item, readOnly }: { item: string; readOnly: boolean }) {
  const say = useOfficeText();
  const routing = useRead(itemRoutes.routing, { params: { item } });
  const none = routing.error instanceof ProblemError && routing.error.problem.status === 404;
  return (
    <Section title={say('set-up.routing')}>
      {routing.data || none ? (
        <RoutingForm key={routing.data?.revision} item={item} routing={routing.data} readOnly={readOnly} />
      ) : routing.error ? (
        <ErrorState error={routing.error} />
      ) : (
        <LoadingState />
      )}
    </Section>
  );
}
