import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { ListLine } from './sections';

/** A list as the keyboard sees it. */
export interface KeyedList<T> {
  readonly lines: readonly ListLine<T>[];
  readonly rows: readonly T[];
  readonly frame: RefObject<HTMLElement | null>;
  /** scrolls to a line that is not drawn */
  readonly reveal: (index: number) => void;
  readonly onOpen: ((row: T) => void) | undefined;
}

/** Moves through the rows of a list: J and K, arrows, Home, End; Enter opens. One row at a time can be reached by Tab. */
export function useRowKeys<T>({ lines, rows, frame, reveal, onOpen }: KeyedList<T>) {
  const [place, setAt] = useState(0);
  const at = Math.min(place, Math.max(0, rows.length - 1));
  const lineOf = (wanted: number) => lines.findIndex((line) => line.kind === 'row' && line.place === wanted);
  const go = (wanted: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, wanted));
    setAt(next);
    reveal(lineOf(next));
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus());
  };
  const key = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const line = lines[lineOf(at)];
    if (step !== undefined) go(at + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'Enter' && line?.kind === 'row') onOpen?.(line.row);
    else return;
    event.preventDefault();
  };
  return { at, setAt, key };
}
