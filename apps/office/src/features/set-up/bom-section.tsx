import { itemRoutes, type Bom } from '@takt/contracts';
import { Button, Form, showToast, useRead, useWrite, WhenLoaded } from '@takt/ui';
import { useState } from 'react';
import { areComplete, BomLines, bomLinesOf, draftsOf, type DraftLine } from '../../components/bom-lines';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';

interface BomFormProps {
  readonly item: string;
  readonly bom: Bom;
  readonly readOnly: boolean;
}

function BomForm({ item, bom, readOnly }: BomFormProps) {
  const say = useOfficeText();
  const put = useWrite(itemRoutes.putBom);
  const [lines, setLines] = useState<readonly DraftLine[]>(() => draftsOf(bom.lines));
  const save = () =>
    put.mutate(
      {
        request: { params: { item }, body: { lines: bomLinesOf(lines) } },
        ...(bom.revision > 0 && { options: { ifMatch: bom.revision } }),
      },
      { onSuccess: () => showToast({ text: say('saved', { id: item }), tone: 'green' }) },
    );
  return (
    <Form onSubmit={save} error={put.error}>
      <BomLines lines={lines} onLines={setLines} readOnly={readOnly}>
        <Button type="submit" disabled={put.isPending || !areComplete(lines)}>
          {say('set-up.save-bom')}
        </Button>
      </BomLines>
    </Form>
  );
}

/** Bill of materials of an item. */
export function BomSection({ item, readOnly }: { item: string; readOnly: boolean }) {
  const say = useOfficeText();
  const bom = useRead(itemRoutes.bom, { params: { item } });
  return (
    <Section title={say('set-up.bom')}>
      <WhenLoaded of={bom}>
        {(data) => <BomForm key={data.revision} item={item} bom={data} readOnly={readOnly} />}
      </WhenLoaded>
    </Section>
  );
}
