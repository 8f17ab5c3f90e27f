import { useFloorScan } from '../../lib/use-floor-scan';
import { Route, Routes } from 'react-router';
import { BoardPage } from './board-page';
import { ChangesPage } from './changes-page';
import { HandoverPage } from './handover-page';
import { LatePage } from './late-page';
import { LineStopsPage } from './line-stops-page';
import { PeoplePage } from './people-page';
import { StationPage } from './station-page';

/** The line supervisor's tablet: the line board first, everything else one tap away at the foot. */
export default function SupervisorPage() {
  useFloorScan();
  return (
    <Routes>
      <Route index element={<BoardPage />} />
      <Route path="people" element={<PeoplePage />} />
      <Route path="late" element={<LatePage />} />
      <Route path="stops" element={<LineStopsPage />} />
      <Route path="changes" element={<ChangesPage />} />
      <Route path="handover" element={<HandoverPage />} />
      <Route path="station/:station" element={<StationPage />} />
    </Routes>
  );
}
