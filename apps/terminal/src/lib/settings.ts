import { createStore } from 'zustand/vanilla';

/** After how many real minutes without a touch a screen can only be looked at; 0: never. */
export const IDLE_MINUTES = [5, 15, 60, 0] as const;

/** How this device behaves; it belongs to the device, as its look does. */
export interface Settings {
  /** one of {@link IDLE_MINUTES} */
  readonly idleMin: number;
  /** large icons over the words, for people who read little */
  readonly largeIcons: boolean;
}

const KEY = 'takt.terminal.settings';
const OTHERWISE: Settings = { idleMin: 15, largeIcons: false };

/**
 * Settings as they were kept; what cannot be read is as it is on a new device.
 * @param text what was kept
 */
export function readSettings(text: string | null): Settings {
  try {
    const kept = (JSON.parse(text ?? '{}') ?? {}) as Partial<Settings>;
    return {
      idleMin: IDLE_MINUTES.find((minutes) => minutes === kept.idleMin) ?? OTHERWISE.idleMin,
      largeIcons: kept.largeIcons === true,
    };
  } catch {
    return OTHERWISE;
  }
}

/** How this device behaves, kept over a reload. */
export const settingsStore = createStore<Settings>(() =>
  readSettings('localStorage' in globalThis ? localStorage.getItem(KEY) : null),
);

/** Keeps the settings from here on, and shows large icons where they are asked for. */
export function applySettings(): void {
  const apply = ({ largeIcons }: Settings) => {
    document.documentElement.dataset.icons = largeIcons ? 'large' : 'plain';
  };
  apply(settingsStore.getState());
  settingsStore.subscribe((settings) => {
    localStorage.setItem(KEY, JSON.stringify(settings));
    apply(settings);
  });
}
