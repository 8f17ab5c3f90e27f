import { registerSW } from 'virtual:pwa-register';
import { createStore } from 'zustand/vanilla';

const LOOK_EVERY_MS = 15 * 60_000;

/** Is a newer version of the terminal waiting, and how is it taken? */
export const updateStore = createStore<{ readonly take: (() => void) | undefined }>(() => ({
  take: undefined,
}));

/** Keeps the terminal openable without the server, and looks for newer versions. Needs https, or this machine. */
export function watchForUpdates(): void {
  const take = registerSW({
    onNeedRefresh: () => updateStore.setState({ take: () => void take(true) }),
    onRegisteredSW: (_url, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
    },
  });
}
