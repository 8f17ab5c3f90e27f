import type { Handover } from '@takt/contracts';
import { Sheet, useFormat } from '@takt/ui';
import { Facts } from '../../components/facts';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { ShiftFigures } from './shift-figures';

/** A shift as it was handed over: closed for good. */
export function HandoverSheet({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const { sheet, note, closedAt, closedBy, worker } = handover;
  return (
    <Sheet open wide onClose={onClose} title={`${names.line(sheet.line)}, ${format.name(sheet)}`}>
      <Facts
        facts={[
          [say('shifts.when'), format.span(sheet.startAt, sheet.endAt)],
          [say('floor.handed-over'), format.when(closedAt)],
          [say('orders.by'), names.worker(worker ?? closedBy)],
          [say('orders.note'), note || '–'],
        ]}
      />
      <ShiftFigures sheet={sheet} />
    </Sheet>
  );
}
