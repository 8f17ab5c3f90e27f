import { RuntimeProvider, Toasts, useSession } from '@takt/ui';
import { BrowserRouter } from 'react-router';
import { PairingPage } from '../features/pairing/pairing-page';
import { runtime } from '../lib/runtime';
import { Floor } from './floor';

function Gate() {
  return useSession()?.terminal ? <Floor /> : <PairingPage />;
}

/** The terminal: paired once, it opens at its station or line. */
export function App() {
  return (
    <RuntimeProvider runtime={runtime}>
      <BrowserRouter basename="/floor">
        <Gate />
      </BrowserRouter>
      <Toasts />
    </RuntimeProvider>
  );
}
