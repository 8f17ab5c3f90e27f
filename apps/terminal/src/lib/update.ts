import { registerSW } from 'virtual:pwa-register';
import { createStore } from 'zustand/vanilla';

const LOOK_EVERY_MS = 15 * 60_000;

/** Under which name a page that is loaded from core each time keeps for which version of core it was loaded again. */
const LOADED_FOR = 'takt.loaded-for';

/** Is a newer version of the terminal waiting, how is it taken, and did somebody say: later? */
export const updateStore = createStore<{ readonly take: (() => void) | undefined; readonly later: boolean }>(
  () => ({ take: undefined, later: false }),
);

let registration: ServiceWorkerRegistration | undefined;

function look(): void {
  void registration?.update().catch(() => undefined);
}

/**
 * Core said its version. One of another version has another terminal: it is looked for at once, or, where the page comes from
 * core each time, to load it again is enough.
 */
export function heardVersion(version: string): void {
  if (version === __APP_VERSION__) return;
  if ('serviceWorker' in navigator) look();
  else if (sessionStorage.getItem(LOADED_FOR) !== version)
    updateStore.setState({
      take: () => {
        sessionStorage.setItem(LOADED_FOR, version);
        location.reload();
      },
    });
}

/** Keeps the terminal openable without the server, and looks for newer versions. Needs https, or this machine. */
export function watchForUpdates(): void {
  const take = registerSW({
    onNeedRefresh: () => updateStore.setState({ take: () => void take(true) }),
    onRegisteredSW: (_url, registered) => {
      registration = registered;
      if (registered) setInterval(look, LOOK_EVERY_MS);
    },
  });
}
