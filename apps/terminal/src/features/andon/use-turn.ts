import { useEffect, useState } from 'react';

/** Long enough to read a page from 10 m, in real ms. */
const PAGE_MS = 8000;

/**
 * Turns pages by itself.
 * @param pages how many there are
 * @returns the page that is shown, from 0
 */
export function useTurn(pages: number): number {
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setInterval(() => setTurned((before) => before + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, [pages]);
  return turned % pages;
}
