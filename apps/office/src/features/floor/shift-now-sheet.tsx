import { handoverRoutes, type ReplyOf } from '@takt/contracts';
import { isEarlyHandover } from '@takt/production';
import {
  Button,
  Form,
  newCommandId,
  readKey,
  Sheet,
  showToast,
  TextField,
  useFactoryNow,
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

/** Hands the shift over, or what was entered since it was: its figures are kept as they are now. */
function CloseForm({ line, preview: { sheet, closed } }: { line: string; preview: Preview }) {
  const say = useOfficeText();
  const format = useFormat();
  const { queries } = useRuntime();
  const now = useFactoryNow(10_000);
  const close = useWrite(handoverRoutes.close);
  const [commandId] = useState(newCommandId);
  const [note, setNote] = useState('');
  const { day, crew } = sheet;
  const endAt = Date.parse(sheet.endAt);
  const supplements = closed?.id;
  const early =
    !closed && isEarlyHandover(endAt, now)
      ? say('floor.early-handover', { time: format.planned((endAt - now) / 1000) })
      : undefined;
  const send = () =>
    close.mutate(
      {
        request: {
          params: { line },
          body: { ...{ commandId, day, crew, note }, ...(supplements && { supplements }) },
        },
      },
      {
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: [readKey(handoverRoutes.list)[0]] });
          showToast({ text: say('floor.is-handed-over'), tone: 'green' });
        },
      },
    );
  return (
    <Section title={say(closed ? 'floor.supplement' : 'floor.hand-over')}>
      <Form onSubmit={send} error={close.error} fields={['note']}>
        <TextField
          label={say(closed ? 'floor.supplement-note' : 'floor.for-the-next')}
          name="note"
          value={note}
          onValue={setNote}
          hint={early}
          long
        />
        <div>
          <Button
            kind="main"
            type="submit"
            icon="check"
            disabled={close.isPending || (closed !== null && note.trim() === '')}
          >
            {say(early ? 'floor.hand-over-early' : 'floor.hand-over-now')}
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
      {may ? <CloseForm key={closed?.id ?? 'first'} line={line} preview={preview} /> : null}
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
