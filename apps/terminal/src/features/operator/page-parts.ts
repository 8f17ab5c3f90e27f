/** Width and height, or a place, in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a page is scrolled to, in px. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/** How a page is shown: all of it, as wide as there is room, twice as wide, four times as wide. */
export const ZOOMS = ['page', 'width', 'double', 'fourfold'] as const;
/** One of {@link ZOOMS}. */
export type Zoom = (typeof ZOOMS)[number];

const times: Readonly<Record<Zoom, number>> = { page: 1, width: 1, double: 2, fourfold: 4 };
/** Neighbouring parts share so much of the box: a line that one of them cuts stands whole in the other. */
const SHARED = 0.1;

/**
 * By how much a page is enlarged.
 * @param page its own size
 * @param box room for it
 * @param zoom how it is shown
 */
export function scaleOf(page: Size, box: Size, zoom: Zoom): number {
  const wide = box.width / page.width;
  return zoom === 'page' ? Math.min(wide, box.height / page.height) : wide * times[zoom];
}

function starts(length: number, room: number): readonly number[] {
  if (length <= room + 1) return [0];
  const steps = Math.ceil((length - room) / (room * (1 - SHARED)));
  return Array.from({ length: steps + 1 }, (_, step) => Math.round(((length - room) * step) / steps));
}

/**
 * The places to scroll to so that all of a page is seen, part after part as one reads: to the right, then down.
 * @param shown size of the page as it is shown
 * @param box room for it
 * @returns one place or more
 */
export function partsOf(shown: Size, box: Size): readonly Place[] {
  return starts(shown.height, box.height).flatMap((top) =>
    starts(shown.width, box.width).map((left) => ({ left, top })),
  );
}

/** Which page is shown, and which part of it; both from 0. */
export interface Reading {
  readonly page: number;
  readonly part: number;
}

/**
 * What is read next: the next part, or the next page from its first part; back: the part before, or the page before.
 * @param at what is read now
 * @param parts parts of this page, from 1
 * @param pages pages of the document, from 1
 * @param by 1 onward, -1 back
 * @returns undefined at either end
 */
export function turned(
  { page, part }: Reading,
  parts: number,
  pages: number,
  by: 1 | -1,
): Reading | undefined {
  if (part + by >= 0 && part + by < parts) return { page, part: part + by };
  return page + by >= 0 && page + by < pages ? { page: page + by, part: 0 } : undefined;
}
