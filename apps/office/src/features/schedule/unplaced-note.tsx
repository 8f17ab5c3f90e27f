import type { Unplaced } from '@takt/contracts';
import { Icon } from '@takt/ui';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import css from './schedule.module.css';

/** Reasons of the planner that have a sentence. */
const reasons: Readonly<Record<string, OfficeKey>> = {
  held: 'unplaced.held',
  'waits-for-held': 'unplaced.waits-for-held',
  'no-station': 'unplaced.no-station',
  no_interval: 'unplaced.no-interval',
  no_people: 'unplaced.no-people',
  predecessor: 'unplaced.predecessor',
  follower: 'unplaced.follower',
  wait_exceeded: 'unplaced.wait-exceeded',
  no_time: 'unplaced.no-time',
};

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
          const key = reasons[reason];
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
