import { Route, Routes } from 'react-router';
import { FigureView } from './figure-view';
import { Overview } from './overview';
import { TvView } from './tv-view';

/** Figures: the four first, each figure with what is behind it, the hall screen. */
export default function FiguresPage() {
  return (
    <Routes>
      <Route index element={<Overview />} />
      <Route path="tv" element={<TvView />} />
      <Route path=":kpi" element={<FigureView />} />
    </Routes>
  );
}
