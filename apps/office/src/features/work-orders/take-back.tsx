import { reportRoutes, type Report } from '@takt/contracts';
import { newCommandId, showToast, TextField, useFormat, useWrite } from '@takt/ui';
import { useState } from 'react';
import { Facts } from '../../components/facts';
import { FormSheet } from '../../components/form-sheet';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** Takes a report back, with the reason; stock and figures follow. */
export function TakeBack({ report, onClose }: { report: Report; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const reverse = useWrite(reportRoutes.reverse);
  const [commandId] = useState(newCommandId);
  const [reason, setReason] = useState('');
  const { id, type, station, at, good, scrap, rework } = report;
  const send = () =>
    reverse.mutate(
      { request: { params: { report: id }, body: { commandId, reason } } },
      {
        onSuccess: () => {
          showToast({ text: say('report.is-taken-back'), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      from="centre"
      title={say('report.take-back')}
      onClose={onClose}
      send={say('report.take-back')}
      kind="danger"
      write={reverse}
      ready={reason.trim() !== ''}
      onSend={send}
      fields={['reason']}
    >
      <Facts
        facts={[
          [say('figures.what'), say(`report.type.${type}`)],
          [say('orders.station'), names.station(station)],
          [say('orders.when'), format.when(at)],
          [say('report.good'), format.qty(good)],
          [say('orders.scrap'), format.qty(scrap)],
          [say('floor.rework'), format.qty(rework)],
        ]}
      />
      <TextField label={say('orders.reason')} name="reason" value={reason} onValue={setReason} required />
      <p>{say('report.take-back-hint')}</p>
    </FormSheet>
  );
}
