import { RuntimeProvider, Toasts, useSession } from '@takt/ui';
import { BrowserRouter } from 'react-router';
import { LogInPage } from '../features/log-in/log-in-page';
import { runtime } from '../lib/runtime';
import { Shell } from './shell';

function Gate() {
  return useSession() ? <Shell /> : <LogInPage />;
}

/** The office: nobody gets past the log-in, and the address stays what it was. */
export function App() {
  return (
    <RuntimeProvider runtime={runtime}>
      <BrowserRouter>
        <Gate />
      </BrowserRouter>
      <Toasts />
    </RuntimeProvider>
  );
}
