const BUTTONS = 'button, a[href], summary, [role="button"]';
/** Keys by which people go through a page without touching it. */
const GOING = /^(?:Tab|Escape|Home|End|PageUp|PageDown|ArrowUp|ArrowDown|ArrowLeft|ArrowRight)$/;

/**
 * Keeps Enter and Space from the button that has the focus since somebody touched the screen: a scanner that ends with a key more, or
 * late, would press it again. Who goes through the page by keys presses buttons by keys.
 * @returns stops
 */
export function guardTouchedButton(): () => void {
  let byTouch = false;
  const touch = () => {
    byTouch = true;
  };
  const key = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (GOING.test(event.key)) byTouch = false;
    const presses = event.key === 'Enter' || event.key === ' ';
    if (byTouch && presses && event.target instanceof Element && event.target.closest(BUTTONS))
      event.preventDefault();
  };
  addEventListener('pointerdown', touch, { capture: true });
  addEventListener('keydown', key);
  return () => {
    removeEventListener('pointerdown', touch, { capture: true });
    removeEventListener('keydown', key);
  };
}
