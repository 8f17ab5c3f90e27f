import '@takt/ui/styles.css';
import { applyLook, startTexts } from '@takt/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { runtime } from './lib/runtime';
import { texts } from './lib/texts';
import { watchForUpdates } from './lib/update';

startTexts(runtime.look, texts);
applyLook(runtime.look, 'floor');
watchForUpdates();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
