import { Button, type IconName } from '@takt/ui';
import css from './send-button.module.css';

/** The large button in the foot that sends what was keyed in. */
export function SendButton({
  icon,
  label,
  ready,
  onSend,
}: {
  icon: IconName;
  label: string;
  /** is it whole? */
  ready: boolean;
  onSend: () => void;
}) {
  return (
    <Button className={css.send as string} kind="main" primary icon={icon} disabled={!ready} onClick={onSend}>
      {label}
    </Button>
  );
}
