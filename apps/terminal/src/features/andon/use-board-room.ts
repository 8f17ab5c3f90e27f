import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Until it has been measured: no board has so many rows. */
const UNMEASURED = 1000;

/** How many rows fit into a list whose rows are equally high. */
export function useBoardRoom(): { readonly list: RefObject<HTMLUListElement | null>; readonly room: number } {
  const list = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const measure = () => {
      const row = element.firstElementChild?.getBoundingClientRect().height ?? 0;
      const gap = parseFloat(getComputedStyle(element).rowGap) || 0;
      if (row > 0) setRoom(Math.max(1, Math.floor((element.clientHeight + gap) / (row + gap))));
    };
    // Rows come later than the list, and grow with the size of the screen.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  });
  return { list, room };
}
