import type { Stop } from '@takt/contracts';
import { Button, EmptyState, ReasonTiles, stationSigns, useFactoryNow, useFormat, useUiText } from '@takt/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { enterAndSignal } from '../lib/enter-and-signal';
import { useNames } from '../lib/names';
import { usePeople } from '../lib/people';
import { useReasons } from '../lib/reasons';
import { useFloorText } from '../lib/texts';
import { once } from '../lib/touch';
import css from './explain-stops.module.css';

function StopLine({ stop, chosen, onChoose }: { stop: Stop; chosen: boolean; onChoose: () => void }) {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const now = useFactoryNow();
  const names = useNames();
  const lastedSec = ((stop.endAt === null ? now : Date.parse(stop.endAt)) - Date.parse(stop.startAt)) / 1000;
  return (
    <Button className={css.stop as string} pressed={chosen} onClick={onChoose}>
      <strong>{names.station(stop.station)}</strong>
      <span>
        {format.when(stop.startAt)} · {format.duration(lastedSec)} · {ui(stationSigns[stop.state].word)}
        {stop.endAt === null ? ` · ${say('stops.open')}` : ''}
      </span>
    </Button>
  );
}

/** Stops without a reason beside the reasons: choose a stop, tap a reason. The newest is chosen already. */
export function ExplainStops({ stops }: { stops: readonly Stop[] }) {
  const say = useFloorText();
  const go = useNavigate();
  const [acting] = usePeople();
  const [picked, setPicked] = useState<string>();
  const chosen = stops.find(({ id }) => id === picked) ?? stops[0];
  const { reasons, uses } = useReasons('stop', chosen?.station);
  if (!chosen) return <EmptyState title={say('stops.none')} hint={say('stops.none-hint')} />;
  const explain = (reason: string) =>
    once(() => {
      if (!acting) return void go('/sign-in');
      void enterAndSignal((commandId) => ({
        kind: 'stop',
        stop: chosen.id,
        body: { commandId, reason, worker: acting.worker },
      }));
    })();
  return (
    <div className={css.page}>
      <div className={css.stops} role="group" aria-label={say('stops.title')}>
        {stops.map((stop) => (
          <StopLine
            key={stop.id}
            stop={stop}
            chosen={stop.id === chosen.id}
            onChoose={() => setPicked(stop.id)}
          />
        ))}
      </div>
      <ReasonTiles label={say('stops.reason')} reasons={reasons} uses={uses} onChoose={explain} />
    </div>
  );
}
