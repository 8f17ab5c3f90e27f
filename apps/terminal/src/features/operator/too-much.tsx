import { useFormat } from '@takt/ui';
import { useFloorText } from '../../lib/texts';
import css from './made-page.module.css';

interface TooMuchProps {
  /** what is keyed in: good, scrap and rework together */
  readonly qty: number;
  /** what core takes at most */
  readonly most: number;
}

/** More is keyed in than core takes: said where it is keyed in, which stays there. */
export function TooMuch({ qty, most }: TooMuchProps) {
  const say = useFloorText();
  const format = useFormat();
  return (
    <p className={css.fault} role="alert" data-tone="red">
      {say('made.at-most', { count: format.qty(qty), most: format.qty(most) })}
    </p>
  );
}
