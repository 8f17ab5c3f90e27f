import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

const VIRTUAL_FROM = 120;
const ROW_PX = 36;

/** The lines of a list that are drawn, and the height of those above and below. */
export interface VisibleLines {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
  readonly reveal: (index: number) => void;
}

/**
 * Which lines of a long list are drawn: all of a short one; of one that scrolls in itself those on the screen.
 * @param count lines
 * @param frame what scrolls
 * @param scrolls does the list scroll in itself?
 */
export function useVisibleLines(
  count: number,
  frame: RefObject<HTMLElement | null>,
  scrolls: boolean,
): VisibleLines {
  const partly = scrolls && count > VIRTUAL_FROM;
  const virtual = useVirtualizer({
    count,
    enabled: partly,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  if (!partly) return { first: 0, last: count - 1, before: 0, after: 0, reveal: () => undefined };
  const items = virtual.getVirtualItems();
  return {
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? -1,
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    reveal: (index) => virtual.scrollToIndex(index),
  };
}
