import { DEFAULT_LOOK, useLook } from '@takt/ui';
import { useEffect } from 'react';

/** Width of a screen that hangs over a line, mm: a 55" television. */
const BOARD_WIDTH_MM = 1200;

/** Until somebody sets the size of the screen, a board is taken for a television and not for a tablet. */
export function useBoardSize(): void {
  const [{ pxPerMm }] = useLook();
  useEffect(() => {
    if (pxPerMm !== DEFAULT_LOOK.pxPerMm) return undefined;
    const { style } = document.documentElement;
    const fit = () => style.setProperty('--mm', `${innerWidth / BOARD_WIDTH_MM}px`);
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
      style.setProperty('--mm', `${pxPerMm}px`);
    };
  }, [pxPerMm]);
}
