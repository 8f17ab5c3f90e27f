import { Button, EmptyState, ReasonTiles } from '@takt/ui';
import { useNavigate } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { useReasons } from '../../lib/reasons';
import { reportStep } from '../../lib/reporting';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useStationId, useWork } from './use-station';

/** Why the work pauses: one tap on a reason pauses it. */
export function PausePage() {
  const say = useFloorText();
  const go = useNavigate();
  const station = useStationId();
  const { now } = useWork(station);
  const { reasons, uses } = useReasons('pause', station);
  const home = `/operator?station=${station}`;
  const pause = (pauseReason?: string) =>
    once(() => {
      if (now?.status !== 'running') return void go(home);
      const text = say('work.paused', { operation: now.workOrder });
      void reportStep({
        ...{ operation: now, station, type: 'pause', text },
        ...(pauseReason !== undefined && { pauseReason }),
      });
      void go(home);
    })();
  return (
    <FloorFrame title={say('pause.title')} back={home}>
      {reasons.length > 0 ? (
        <ReasonTiles label={say('pause.title')} reasons={reasons} uses={uses} onChoose={(id) => pause(id)} />
      ) : (
        <EmptyState
          title={say('pause.no-reasons')}
          action={
            <Button kind="main" primary icon="pause" onClick={() => pause()}>
              {say('work.pause')}
            </Button>
          }
        />
      )}
    </FloorFrame>
  );
}
