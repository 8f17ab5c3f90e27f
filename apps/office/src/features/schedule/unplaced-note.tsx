import type { Unplaced } from '@takt/contracts';
import { Icon } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { unplacedWords } from '../../lib/unplaced-words';
import css from './schedule.module.css';

/** Operations that no plan can place, by reason; silent when there is none. */
export function UnplacedNote({ unplaced }: { unplaced: readonly Unplaced[] }) {
  const say = useOfficeText();
  if (unplaced.length === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const { operation, reason } of unplaced)
    byReason.set(reason, [...(byReason.get(reason) ?? []), operation]);
  return (
    <details className={css.unplaced}>
      <summary>
        <Icon name="warning" /> {say('schedule.unplaced', { count: unplaced.length })}
      </summary>
      <ul>
        {[...byReason].map(([reason, operations]) => {
          const key = unplacedWords[reason];
          return (
            <li key={reason}>
              <b>{key ? say(key) : reason}</b> {operations.join(', ')}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
