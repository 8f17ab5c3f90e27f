import type { Trigger } from '@takt/contracts';
import { triggerWords, useUiText } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

const SHOWN = 3;

/** What caused a version, in words: the first few causes, and how many more. */
export function useTriggerWords(): (triggers: readonly Trigger[]) => string {
  const say = useOfficeText();
  const ui = useUiText();
  const names = useNames();
  return (triggers) => {
    const words = [...new Set(triggers.map((trigger) => triggerWords(trigger, ui, names)))];
    const more = words.length - SHOWN;
    const first = words.slice(0, SHOWN).join(' · ');
    return more > 0 ? `${first} ${say('schedule.more-triggers', { count: more })}` : first || '–';
  };
}
