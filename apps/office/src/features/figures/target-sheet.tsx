import { kpiRoutes, type KpiDefinition } from '@takt/contracts';
import { Button, Form, NumberField, Sheet, SheetActions, showToast, useWrite } from '@takt/ui';
import { useId, useState } from 'react';
import { useOfficeText } from '../../lib/texts';
import { useWritten } from './use-written';

interface TargetSheetProps {
  readonly definition: KpiDefinition;
  readonly target: number | null;
  readonly onClose: () => void;
}

/** Sets the target of a figure for the plant, or takes it away. */
export function TargetSheet({ definition, target, onClose }: TargetSheetProps) {
  const say = useOfficeText();
  const written = useWritten();
  const form = useId();
  const set = useWrite(kpiRoutes.setTarget);
  const remove = useWrite(kpiRoutes.removeTarget);
  const [value, setValue] = useState(target === null ? '' : String(target));
  const params = { kpi: definition.id };
  const done = {
    onSuccess: () => {
      showToast({ text: say('figures.target-set'), tone: 'green' });
      onClose();
    },
  };
  const submit = () => {
    if (value === '' && target !== null) remove.mutate({ request: { params } }, done);
    else if (value !== '') set.mutate({ request: { params, body: { value: Number(value) } } }, done);
  };
  return (
    <Sheet
      open
      from="centre"
      onClose={onClose}
      title={say('figures.set-target')}
      actions={
        <SheetActions onCancel={onClose}>
          <Button
            kind="main"
            type="submit"
            form={form}
            disabled={set.isPending || remove.isPending || (value === '' && target === null)}
          >
            {say('save')}
          </Button>
        </SheetActions>
      }
    >
      <Form id={form} onSubmit={submit} error={set.error ?? remove.error} fields={['value']}>
        <NumberField
          label={say('figures.target-value')}
          name="value"
          value={value}
          onValue={setValue}
          unit={written.unit(definition.unit)}
          decimals={4}
          hint={say('figures.target-hint')}
        />
      </Form>
    </Sheet>
  );
}
