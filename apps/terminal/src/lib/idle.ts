import { peopleStore } from './people';
import { settingsStore } from './settings';
import { sinceTouchMs } from './touch';

const LOOK_MS = 5000;
const MINUTE_MS = 60_000;

/**
 * Has nobody been at the screen for so long that it may only be looked at?
 * @param idleMin minutes; 0: never
 * @param sinceMs real ms since the last touch, or since the page was opened
 */
export function isIdle(idleMin: number, sinceMs: number): boolean {
  return idleMin > 0 && sinceMs >= idleMin * MINUTE_MS;
}

/**
 * Leaves a screen at which nobody has been for a while to be looked at: whoever comes next says who they are. What was keyed in stays
 * where it is; who is clocked in stays clocked in.
 */
export function watchIdle(): void {
  setInterval(() => {
    const sinceMs = Math.min(sinceTouchMs(), performance.now());
    const { people } = peopleStore.getState();
    if (people.length > 0 && isIdle(settingsStore.getState().idleMin, sinceMs))
      peopleStore.setState({ people: [] });
  }, LOOK_MS);
}
