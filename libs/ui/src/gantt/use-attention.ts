import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { useRuntime } from '../runtime/runtime-context';
import type { GanttScreen } from './gantt-screen';
import type { GanttBar } from './plan';
import { step, type Direction } from './step';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const ZOOM = 1.6;

/**
 * What is looked at: by the pointer, or by the keyboard.
 * @param screen the painted part
 * @param onOpen opens a bar
 * @param chosen id of the bar that the page is about
 */
export function useAttention(
  screen: GanttScreen | undefined,
  onOpen: ((bar: GanttBar) => void) | undefined,
  chosen?: string,
) {
  const { ticker } = useRuntime();
  const [hovered, setHovered] = useState<GanttBar>();
  const [focused, setFocused] = useState<GanttBar>();
  const look = (bar: GanttBar | undefined) => {
    if (bar?.id === hovered?.id) return;
    screen?.setAttention({ hovered: bar });
    setHovered(bar);
  };
  const focus = (bar: GanttBar | undefined) => {
    if (bar) screen?.reveal(bar);
    screen?.setAttention({ focused: bar });
    setFocused(bar);
  };
  const choose = useEffectEvent((id: string | undefined) => {
    const bar = id === undefined ? undefined : screen?.plan.barOf.get(id);
    if (bar) focus(bar);
  });
  useEffect(() => choose(chosen), [chosen, screen]);
  const key = (event: KeyboardEvent) => {
    if (!screen || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[event.key];
    if (direction) focus(step(screen.plan, focused?.id, direction, screen.middleMs) ?? focused);
    else if (event.key === '+' || event.key === '=') screen.zoom(1 / ZOOM);
    else if (event.key === '-') screen.zoom(ZOOM);
    else if (event.key === 'Home') screen.goTo(ticker.now());
    else if (event.key === 'Enter' && focused) onOpen?.(focused);
    else if (event.key === 'Escape' && focused) focus(undefined);
    else return;
    event.preventDefault();
  };
  return { shown: hovered ?? focused, focused, look, focus, key };
}
