import { handoverRoutes, type ReplyOf } from '@takt/contracts';
import {
  Button,
  Form,
  newCommandId,
  readKey,
  Sheet,
  showToast,
  TextField,
  useFormat,
  useRead,
  useRuntime,
  useWrite,
  WhenLoaded,
} from '@takt/ui';
import { useState } from 'react';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { ShiftFigures } from './shift-figures';

type Preview = ReplyOf<typeof handoverRoutes.preview>;

/** Hands the shift over: its figures are kept as they are now. */
function CloseForm({ line, sheet }: { line: string } & Pick<Preview, 'sheet'>) {
  const say = useOfficeText();
  const { queries } = useRuntime();
  const close = useWrite(handoverRoutes.close);
  const [commandId] = useState(newCommandId);
  const [note, setNote] = useState('');
  const send = () =>
    close.mutate(
      { request: { params: { line }, body: { commandId, day: sheet.day, crew: sheet.crew, note } } },
      {
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: [readKey(handoverRoutes.list)[0]] });
          showToast({ text: say('floor.is-handed-over'), tone: 'green' });
        },
      },
    );
  return (
    <Section title={say('floor.hand-over')}>
      <Form onSubmit={send} error={close.error} fields={['note']}>
        <TextField label={say('floor.for-the-next')} name="note" value={note} onValue={setNote} long />
        <div>
          <Button kind="main" type="submit" icon="check" disabled={close.isPending}>
            {say('floor.hand-over-now')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Content({ line, preview }: { line: string; preview: Preview }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const may = useMay(handoverRoutes.close);
  const { sheet, closed, changedSince } = preview;
  const by = closed && names.worker(closed.worker ?? closed.closedBy);
  const state = closed
    ? `${format.when(closed.closedAt)}, ${by ?? ''}${changedSince ? `. ${say('floor.changed-since')}` : ''}`
    : say('floor.not-handed-over');
  return (
    <>
      <Facts
        facts={[
          [say('shifts.shift'), format.name(sheet)],
          [say('shifts.when'), format.span(sheet.startAt, sheet.endAt)],
          [say('floor.handed-over'), state],
        ]}
      />
      <ShiftFigures sheet={sheet} />
      {may && !closed ? <CloseForm line={line} sheet={sheet} /> : null}
    </>
  );
}

/** How the shift of a line stands now, and whether it was handed over. */
export function ShiftNowSheet({ line, onClose }: { line: string; onClose: () => void }) {
  const names = useNames();
  const preview = useRead(handoverRoutes.preview, { params: { line } }, { everyMs: 30_000 });
  return (
    <Sheet open wide onClose={onClose} title={names.line(line)}>
      <WhenLoaded of={preview}>{(data) => <Content line={line} preview={data} />}</WhenLoaded>
    </Sheet>
  );
}
