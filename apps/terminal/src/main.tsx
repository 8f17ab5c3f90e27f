import '@takt/ui/styles.css';
import './large-icons.css';
import { applyLook, startTexts } from '@takt/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { restoreUndo } from './lib/deed';
import { watchIdle } from './lib/idle';
import { keepClock } from './lib/kept-clock';
import { keepReplies, restoreReplies } from './lib/kept-replies';
import { startOutbox } from './lib/outbox/outbox';
import { runtime } from './lib/runtime';
import { applySettings } from './lib/settings';
import { texts } from './lib/texts';
import { watchTouches } from './lib/touch';
import { guardTouchedButton } from './lib/touched-button';
import { watchForUpdates } from './lib/update';

const RESTORE_MS = 500;

startTexts(runtime.look, texts);
applyLook(runtime.look, 'floor');
watchForUpdates();
watchTouches();
guardTouchedButton();
applySettings();
watchIdle();
keepClock(runtime.clock, () => runtime.socket.facts().silentMs !== undefined);
startOutbox();
restoreUndo();

/** The screen opens with what it showed last, unless the disk is slower than the server. */
const restored = Promise.race([
  restoreReplies(runtime).catch(() => undefined),
  new Promise((done) => setTimeout(done, RESTORE_MS)),
]);
void restored.then(() => {
  keepReplies(runtime);
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
