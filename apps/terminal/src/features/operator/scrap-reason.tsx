import { ReasonTiles } from '@takt/ui';
import { useReasons } from '../../lib/reasons';
import { useFloorText } from '../../lib/texts';
import css from './made-page.module.css';
import { useStationId } from './use-station';

/** What is scrapped, and why. */
export interface ScrapReasonProps {
  /** are there any scrapped pieces? */
  readonly scraps: boolean;
  readonly reason: string | undefined;
  readonly onReason: (reason: string) => void;
}

/** Why pieces were scrapped; it is asked for as soon as there are any. */
export function ScrapReason({ scraps, reason, onReason }: ScrapReasonProps) {
  const say = useFloorText();
  const { reasons, uses } = useReasons('scrap', useStationId());
  return (
    <div className={css.reasons} data-needed={scraps && reason === undefined ? 'yes' : 'no'}>
      <h2>{say(scraps ? 'made.reason-needed' : 'made.reason')}</h2>
      <ReasonTiles
        label={say('made.reason')}
        reasons={reasons}
        uses={uses}
        chosen={reason}
        onChoose={onReason}
      />
    </div>
  );
}
