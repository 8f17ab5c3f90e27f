import { useEffect, useEffectEvent } from 'react';
import type { View } from './views';

const WAIT_MS = 1200;

/** Is somebody typing into something? */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/**
 * G and then a letter goes to a view.
 * @param views the views and their letters
 * @param go goes to a path
 */
export function useGoKeys(views: readonly View[], go: (path: string) => void): void {
  const press = useEffectEvent((key: string) => {
    const view = views.find((each) => each.key === key);
    if (view) go(view.path);
    return view !== undefined;
  });
  useEffect(() => {
    let gAt = Number.NEGATIVE_INFINITY;
    const key = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.timeStamp - gAt < WAIT_MS && press(event.key.toLowerCase())) event.preventDefault();
      gAt = event.key.toLowerCase() === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
}
