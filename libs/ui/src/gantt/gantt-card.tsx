import type { ReactNode } from 'react';
import { useUiText } from '../i18n/texts';
import { useFormat } from '../runtime/use-format';
import { cardPlace } from './card-place';
import type { GanttScreen } from './gantt-screen';
import css from './gantt.module.css';
import type { GanttBar } from './plan';

/** Which bar is looked at, and where it is. */
export interface GanttCardProps {
  readonly bar: GanttBar;
  readonly screen: GanttScreen;
  readonly scroller: HTMLElement | null;
  readonly station: string;
  readonly explain: ((bar: GanttBar) => ReactNode) | undefined;
}

const CARD_PX = 240;

/** What a bar is, beside it; below it, or above where there is no room. */
export function GanttCard({ bar, screen, scroller, station, explain }: GanttCardProps) {
  const say = useUiText();
  const format = useFormat();
  const box = screen.boxOf(bar);
  const width = scroller?.clientWidth ?? 0;
  const height = scroller?.clientHeight ?? 0;
  const below = box.y + box.height + 8 + CARD_PX < height;
  const vertical = below ? { top: box.y + box.height + 8 } : { bottom: height - box.y + 8 };
  return (
    <div className={css.card} style={{ ...cardPlace(box.x, width), ...vertical }} aria-hidden="true">
      <h3>{bar.label}</h3>
      <p>
        {bar.id} · {station}
      </p>
      <p>
        {format.span(bar.startMs, bar.endMs)} · {format.duration((bar.endMs - bar.startMs) / 1000)}
      </p>
      {bar.runStartMs > bar.startMs ? (
        <p>
          {say('gantt.bar-changeover', { duration: format.duration((bar.runStartMs - bar.startMs) / 1000) })}
        </p>
      ) : null}
      {bar.late ? <p className={css.late}>{say('gantt.bar-late', { due: format.when(bar.dueMs) })}</p> : null}
      {bar.changed ? <p className={css.changed}>{say('gantt.changed')}</p> : null}
      {bar.fixed ? <p>{say(`gantt.fixed.${bar.fixed}`)}</p> : null}
      {explain?.(bar)}
    </div>
  );
}
