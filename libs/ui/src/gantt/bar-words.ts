import type { Say, UiKey } from '../i18n/texts';
import type { Format } from '../runtime/use-format';
import type { GanttBar } from './plan';

/** What a reader needs to have a bar described. */
export interface BarReader {
  readonly say: Say<UiKey>;
  readonly format: Pick<Format, 'when' | 'duration'>;
  /** name of a row */
  readonly rowLabel: (id: string) => string;
}

/**
 * A bar in a sentence, for those who do not see it.
 * @param bar the bar
 * @param reader texts and formats
 */
export function barWords(bar: GanttBar, { say, format, rowLabel }: BarReader): string {
  const parts = [
    say('gantt.bar', {
      operation: bar.id,
      item: bar.item,
      station: rowLabel(bar.row),
      start: format.when(bar.startMs),
      end: format.when(bar.endMs),
    }),
  ];
  if (bar.runStartMs > bar.startMs)
    parts.push(
      say('gantt.bar-changeover', { duration: format.duration((bar.runStartMs - bar.startMs) / 1000) }),
    );
  if (bar.late) parts.push(say('gantt.bar-late', { due: format.when(bar.dueMs) }));
  if (bar.changed) parts.push(say('gantt.changed'));
  if (bar.fixed) parts.push(say(`gantt.fixed.${bar.fixed}`));
  return parts.join(', ');
}
