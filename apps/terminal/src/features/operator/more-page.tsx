import { Button, type IconName } from '@takt/ui';
import { useNavigate } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { useFloorText, type FloorKey } from '../../lib/texts';
import { useFloorScan } from '../../lib/use-floor-scan';
import css from './more-page.module.css';
import { useStationId } from './use-station';

const ways: readonly { readonly to: string; readonly icon: IconName; readonly word: FloorKey }[] = [
  { to: '/operator/queue', icon: 'list', word: 'queue.title' },
  { to: '/operator/instruction', icon: 'orders', word: 'instruction.title' },
  { to: '/operator/stops', icon: 'question', word: 'stops.title' },
  { to: '/entries', icon: 'queued', word: 'entries' },
  { to: '/sign-in', icon: 'users', word: 'people' },
  { to: '/device', icon: 'gear', word: 'device.title' },
];

/** What is one tap away from the work. */
export function MorePage() {
  const say = useFloorText();
  const go = useNavigate();
  const station = useStationId();
  useFloorScan();
  return (
    <FloorFrame title={say('more')} back={`/operator?station=${station}`}>
      <div className={css.ways}>
        {ways.map(({ to, icon, word }) => (
          <Button
            key={to}
            className={css.way as string}
            primary
            icon={icon}
            onClick={() => void go(`${to}?station=${station}`)}
          >
            {say(word)}
          </Button>
        ))}
      </div>
    </FloorFrame>
  );
}
