import { Icon, useFormat } from '@takt/ui';
import { useFloorText, type FloorKey } from '../lib/texts';
import css from './over-target.module.css';

interface OverTargetProps {
  /** pieces over the target; 0 shows nothing */
  readonly over: number;
  /** what is said of them */
  readonly word?: FloorKey;
}

/** More good pieces were reported than asked for: maybe on purpose, maybe the same ones twice. */
export function OverTarget({ over, word = 'made.over' }: OverTargetProps) {
  const say = useFloorText();
  const format = useFormat();
  if (over === 0) return null;
  return (
    <span className={css.over} data-tone="yellow">
      <Icon name="warning" /> {say(word, { count: format.qty(over) })}
    </span>
  );
}
