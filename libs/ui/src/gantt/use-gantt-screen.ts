import { useEffect, useRef, useState, type RefObject } from 'react';
import { useUiText } from '../i18n/texts';
import { useRuntime } from '../runtime/runtime-context';
import { useFormat } from '../runtime/use-format';
import { useLook } from '../runtime/use-look';
import { GanttScreen } from './gantt-screen';
import type { GanttPlan } from './plan';

/** Makes the painted part once, and gives it what changes. */
export function useGanttScreen(plan: GanttPlan) {
  const { ticker } = useRuntime();
  const say = useUiText();
  const format = useFormat();
  const [{ theme }] = useLook();
  const scroller = useRef<HTMLDivElement>(null);
  const space = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [screen, setScreen] = useState<GanttScreen>();
  const { place } = format;
  useEffect(() => {
    if (!scroller.current || !space.current || !canvas.current) return undefined;
    const made = new GanttScreen(
      { scroller: scroller.current, space: space.current, canvas: canvas.current },
      place,
    );
    setScreen(made);
    return () => made.end();
  }, [place]);
  useEffect(() => screen?.setPlan(plan, ticker.now()), [screen, plan, ticker]);
  useEffect(() => {
    if (!screen) return;
    const frozen = say('gantt.frozen', { time: format.when(plan.frozenUntilMs) });
    screen.setLook({ now: say('gantt.now'), frozen, late: say('gantt.late') });
  }, [screen, say, format, theme, plan.frozenUntilMs]);
  useEffect(() => (screen ? ticker.watch(() => screen.setNow(ticker.now())) : undefined), [screen, ticker]);
  return { scroller, space, canvas, screen };
}

/** Ctrl and the wheel (or two fingers) zoom; React's own wheel events cannot stop the page from zooming. */
export function useWheelZoom(
  scroller: RefObject<HTMLDivElement | null>,
  screen: GanttScreen | undefined,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element || !screen) return undefined;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      screen.zoom(Math.exp(event.deltaY / 300), event.clientX - element.getBoundingClientRect().left);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [scroller, screen]);
}
