import { TerminalMode } from '@takt/contracts';
import { ErrorBoundary, LoadingState } from '@takt/ui';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useSearchParams } from 'react-router';
import { useTerminal } from '../lib/terminal';

const OperatorPage = lazy(() => import('../features/operator/operator-page'));
const SupervisorPage = lazy(() => import('../features/supervisor/supervisor-page'));
const AndonPage = lazy(() => import('../features/andon/andon-page'));
const SignInPage = lazy(() => import('../features/sign-in/sign-in-page'));
const EntriesPage = lazy(() => import('../features/entries/entries-page'));
const DevicePage = lazy(() => import('../features/device/device-page'));

/** A screen opens in the mode it was paired for; `?mode=andon` shows the board on any of them. */
function Home() {
  const { mode } = useTerminal();
  const [query] = useSearchParams();
  const asked = TerminalMode.safeParse(query.get('mode'));
  return <Navigate to={`/${asked.success ? asked.data : mode}`} replace />;
}

/** The screens of a paired terminal. */
export function Floor() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary of={pathname}>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route index element={<Home />} />
          <Route path="operator/*" element={<OperatorPage />} />
          <Route path="supervisor/*" element={<SupervisorPage />} />
          <Route path="andon" element={<AndonPage />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="entries" element={<EntriesPage />} />
          <Route path="device" element={<DevicePage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
