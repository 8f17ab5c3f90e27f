import { kpiRoutes, type KpiDefinition } from '@takt/contracts';
import { NumberField, showToast, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
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
    <FormSheet
      from="centre"
      onClose={onClose}
      title={say('figures.set-target')}
      write={{ error: set.error ?? remove.error, isPending: set.isPending || remove.isPending }}
      ready={value !== '' || target !== null}
      onSend={submit}
      fields={['value']}
    >
      <NumberField
        label={say('figures.target-value')}
        name="value"
        value={value}
        onValue={setValue}
        unit={written.unit(definition.unit)}
        decimals={4}
        hint={say('figures.target-hint')}
      />
    </FormSheet>
  );
}
