import type { Language } from '@takt/contracts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** The themes; `system` follows the device. */
export const THEMES = ['light', 'dark', 'contrast', 'system'] as const;
/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

/** How a device shows Takt. It belongs to the device, not to the person: a tablet hangs in the same light all day. */
export interface Look {
  readonly theme: Theme;
  /** px of one mm on this screen, 1 to 20: about 6 on a 10.1" tablet, 1.6 on a 55" television */
  readonly pxPerMm: number;
  readonly language: Language;
  /** are sounds played? */
  readonly sound: boolean;
}

/** What an app shows until somebody chooses. */
export const DEFAULT_LOOK: Look = { theme: 'light', pxPerMm: 6, language: 'en', sound: true };

const KEY = 'takt.look';

function sane(kept: Partial<Look>, otherwise: Look): Look {
  return {
    theme: THEMES.find((theme) => theme === kept.theme) ?? otherwise.theme,
    pxPerMm:
      kept.pxPerMm !== undefined && kept.pxPerMm >= 1 && kept.pxPerMm <= 20
        ? kept.pxPerMm
        : otherwise.pxPerMm,
    language: kept.language === 'en' || kept.language === 'zh-CN' ? kept.language : otherwise.language,
    sound: kept.sound ?? otherwise.sound,
  };
}

/** The look of this device, kept over a reload. */
export type LookStore = StoreApi<Look>;

/**
 * Reads the look that this device has kept.
 * @param otherwise what holds until somebody chooses
 */
export function createLookStore(otherwise: Look): LookStore {
  let kept: Partial<Look> = {};
  try {
    kept = (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Partial<Look>;
  } catch {
    // nothing readable was kept: the device starts anew
  }
  const store = createStore<Look>(() => sane(kept, otherwise));
  store.subscribe((look) => localStorage.setItem(KEY, JSON.stringify(look)));
  return store;
}

/**
 * Puts a look on the page and keeps it there.
 * @param store the look
 * @param surface `floor` for gloves at arm's length, `office` for a desk
 * @returns how to stop
 */
export function applyLook(store: LookStore, surface: 'floor' | 'office'): () => void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme, pxPerMm, language } = store.getState();
    root.dataset.surface = surface;
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.lang = language;
    root.style.setProperty('--mm', `${pxPerMm}px`);
  };
  apply();
  dark.addEventListener('change', apply);
  const stop = store.subscribe(apply);
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}
