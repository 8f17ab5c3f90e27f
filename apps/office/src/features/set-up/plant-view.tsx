import { LANGUAGES, plantRoutes, type Plant, type RequestOf } from '@takt/contracts';
import { Button, Form, showToast, useFormat, useRead, useWrite, WhenLoaded } from '@takt/ui';
import { useMemo, useState } from 'react';
import { RecordFields } from '../../components/record-fields';
import { bodyOfDraft, draftOf, type FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNameFields } from './use-records';

type Body = NonNullable<RequestOf<typeof plantRoutes.update>['body']>;

const COSTINGS = ['standard', 'moving-average'] as const;
const tongues: Readonly<Record<Plant['language'], string>> = { en: 'English', 'zh-CN': '中文' };

function useFields(): readonly FieldSpec[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNameFields();
  return useMemo(() => {
    const minutes = { kind: 'decimal', scale: 60, unit: format.unit('min') } as const;
    return [
      ...names,
      {
        key: 'timeZone',
        label: say('plant.time-zone'),
        kind: 'text',
        hint: 'Europe/Amsterdam, Asia/Shanghai',
      },
      { key: 'currency', label: say('plant.currency'), kind: 'text', hint: 'ISO 4217: EUR, CNY' },
      {
        key: 'language',
        label: say('set-up.language'),
        kind: 'choice',
        choices: LANGUAGES.map((value) => ({ value, label: tongues[value] })),
      },
      {
        key: 'costing',
        label: say('plant.costing'),
        kind: 'choice',
        choices: COSTINGS.map((value) => ({ value, label: say(`plant.costing.${value}`) })),
      },
      {
        key: 'frozenSec',
        label: say('plant.frozen'),
        ...minutes,
        hint: say('plant.frozen-hint'),
      },
      {
        key: 'toleranceSec',
        label: say('plant.tolerance'),
        ...minutes,
        hint: say('plant.tolerance-hint'),
      },
      {
        key: 'ackWithinSec',
        label: say('plant.ack'),
        ...minutes,
        hint: say('plant.ack-hint'),
      },
    ];
  }, [say, format, names]);
}

function PlantForm({ plant }: { plant: Plant }) {
  const say = useOfficeText();
  const may = useMay(plantRoutes.update);
  const fields = useFields();
  const update = useWrite(plantRoutes.update);
  const [draft, setDraft] = useState(() => draftOf(plant, fields));
  const send = () =>
    update.mutate(
      {
        request: { params: { plant: plant.id }, body: bodyOfDraft(draft, fields) as Body },
        options: { ifMatch: plant.revision },
      },
      { onSuccess: () => showToast({ text: say('saved', { id: plant.id }), tone: 'green' }) },
    );
  return (
    <Form onSubmit={() => may && send()} error={update.error} fields={fields.map(({ key }) => key)}>
      <RecordFields
        fields={fields}
        draft={draft}
        onChange={(key, value) => setDraft((before) => ({ ...before, [key]: value }))}
      />
      {may ? (
        <div>
          <Button kind="main" type="submit" disabled={update.isPending}>
            {say('save')}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}

/** The plant itself: its clock, its money, and the bounds within which plans are made and people are asked. */
export function PlantView() {
  const plant = useRead(plantRoutes.current);
  return <WhenLoaded of={plant}>{(data) => <PlantForm key={data.revision} plant={data} />}</WhenLoaded>;
}
