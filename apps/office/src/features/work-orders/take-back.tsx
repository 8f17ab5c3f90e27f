import { reportRoutes, type Report } from '@takt/contracts';
import { useFormat, useWrite } from '@takt/ui';
import { TakeBackSheet } from '../../components/take-back-sheet';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** Takes a report back, with the reason; stock and figures follow. */
export function TakeBack({ report, onClose }: { report: Report; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const reverse = useWrite(reportRoutes.reverse);
  const { id, type, station, at, good, scrap, rework } = report;
  return (
    <TakeBackSheet
      title={say('report.take-back')}
      send={say('report.take-back')}
      done={say('report.is-taken-back')}
      hint={say('report.take-back-hint')}
      write={reverse}
      onSend={(body, options) => reverse.mutate({ request: { params: { report: id }, body } }, options)}
      onClose={onClose}
      facts={[
        [say('figures.what'), say(`report.type.${type}`)],
        [say('orders.station'), names.station(station)],
        [say('orders.when'), format.when(at)],
        [say('report.good'), format.qty(good)],
        [say('orders.scrap'), format.qty(scrap)],
        [say('floor.rework'), format.qty(rework)],
      ]}
    />
  );
}
