import { operationRoutes, qualityRoutes, type Hold } from '@takt/contracts';
import { newCommandId, showToast, TextField, useFormat, useRead, useWrite } from '@takt/ui';
import { useState } from 'react';
import { Facts } from '../../components/facts';
import { FormSheet } from '../../components/form-sheet';
import { holdReason } from '../../lib/hold-reason';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** Writes the release of an operation or of a lot. */
function useRelease({ kind, operation, lot }: Hold, onDone: () => void) {
  const say = useOfficeText();
  const [commandId] = useState(newCommandId);
  const ofOperation = useWrite(operationRoutes.release);
  const ofLot = useWrite(qualityRoutes.releaseLot);
  const held = useRead(
    operationRoutes.get,
    { params: { operation: operation ?? '-' } },
    { enabled: operation !== null },
  ).data;
  const done = {
    onSuccess: () => {
      showToast({ text: say('hold.is-released'), tone: 'green' });
      onDone();
    },
  };
  const release = (note: string) => {
    if (lot !== null) ofLot.mutate({ request: { params: { lot }, body: { commandId, note } } }, done);
    else if (held)
      ofOperation.mutate(
        { request: { params: { operation: held.id }, body: { note } }, options: { ifMatch: held.revision } },
        done,
      );
  };
  return { release, write: kind === 'lot' ? ofLot : ofOperation, known: lot !== null || held !== undefined };
}

/** Lets go what was on hold, with the reason why it may. */
export function ReleaseSheet({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const [note, setNote] = useState('');
  const { release, write, known } = useRelease(hold, onClose);
  const { operation, lot, item, heldAt, heldBy } = hold;
  return (
    <FormSheet
      from="centre"
      title={say('hold.release-title', { what: operation ?? lot ?? '' })}
      onClose={onClose}
      send={say('hold.release')}
      write={write}
      ready={known && note.trim() !== ''}
      onSend={() => release(note)}
      fields={['note']}
    >
      <Facts
        facts={[
          [say('orders.item'), item === null ? '–' : names.item(item)],
          [say('orders.reason'), holdReason(hold, format)],
          [
            say('hold.since'),
            [format.when(heldAt), heldBy && names.worker(heldBy)].filter(Boolean).join(', '),
          ],
        ]}
      />
      <TextField label={say('hold.why-released')} name="note" value={note} onValue={setNote} long required />
      <p>{say(lot === null ? 'hold.release-operation-hint' : 'hold.release-lot-hint')}</p>
    </FormSheet>
  );
}
