import { attendanceRoutes } from '@takt/contracts';
import { EmptyState, useRead, WhenLoaded } from '@takt/ui';
import { Route, Routes, useSearchParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { NoticeBanner } from '../../components/notice-banner';
import { useWorkers } from '../../lib/names';
import { useReasons } from '../../lib/reasons';
import { scannedOperation } from '../../lib/scanned-operation';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { useFloorScan } from '../../lib/use-floor-scan';
import { HelpPage } from './help-page';
import { InstructionPage } from './instruction-page';
import { MadePage } from './made-page';
import { MorePage } from './more-page';
import { NowPanel } from './now-panel';
import css from './operator-page.module.css';
import { PausePage } from './pause-page';
import { QueuePage } from './queue-page';
import { ReadingPage } from './reading-page';
import { StockedInstructions } from './stocked-instructions';
import { StationStrip } from './station-strip';
import { StationStopsPage } from './station-stops-page';
import { useLastReading } from './use-last-reading';
import { useOpenNotices, useReportBy, useStationId, useStationName, useWork } from './use-station';
import { WorkFoot } from './work-foot';

/** What the views behind this one need is fetched with it: they open without the network too. */
function useStock(station: string): void {
  useReasons('scrap', station);
  useWorkers();
  useRead(attendanceRoutes.present);
}

function StationHome() {
  const say = useFloorText();
  const { stations } = useTerminal();
  const station = useStationId();
  const name = useStationName(station);
  const notices = useOpenNotices(stations);
  const work = useWork(station);
  const [, setQuery] = useSearchParams();
  useStock(station);
  useLastReading(work.now, station, useReportBy(station) === 'counter');
  const show = (id: string) => {
    const found = scannedOperation(id, work.operations);
    if (found) setQuery({ station, operation: found.id }, { replace: true });
    return found !== undefined;
  };
  useFloorScan({
    operation: show,
    'work-order': show,
    station: (id) => {
      if (stations.includes(id)) setQuery({ station: id }, { replace: true });
      return stations.includes(id);
    },
  });
  return (
    <FloorFrame
      title={name}
      banner={<NoticeBanner notices={notices} />}
      foot={<WorkFoot station={station} operation={work.gone ? undefined : work.now} />}
    >
      <StockedInstructions operations={work.operations} />
      <div className={css.page}>
        {/* A change to acknowledge takes the room of the other stations: state, order and count stay on the screen. */}
        {notices.length > 0 ? null : <StationStrip chosen={station} />}
        <WhenLoaded of={work.read}>
          {() =>
            work.now ? (
              <NowPanel station={station} work={{ ...work, now: work.now }} />
            ) : (
              <EmptyState title={say('operator.nothing')} hint={say('operator.nothing-hint')} />
            )
          }
        </WhenLoaded>
      </div>
    </FloorFrame>
  );
}

/** The operator's station: its state, what is made now, what comes next; everything else one tap away. */
export default function OperatorPage() {
  return (
    <Routes>
      <Route index element={<StationHome />} />
      <Route path="made" element={<MadePage />} />
      <Route path="reading" element={<ReadingPage />} />
      <Route path="pause" element={<PausePage />} />
      <Route path="help" element={<HelpPage />} />
      <Route path="queue" element={<QueuePage />} />
      <Route path="instruction" element={<InstructionPage />} />
      <Route path="stops" element={<StationStopsPage />} />
      <Route path="more" element={<MorePage />} />
    </Routes>
  );
}
