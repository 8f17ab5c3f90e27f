import { stationRoutes, telemetryRoutes } from '@takt/contracts';
import { Button, Icon, stationSigns, useFormat, useRead } from '@takt/ui';
import { useSearchParams } from 'react-router';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import css from './operator-page.module.css';

/** The stations that one person runs from this screen, each with its state. */
export function StationStrip({ chosen }: { chosen: string }) {
  const say = useFloorText();
  const format = useFormat();
  const { line, stations } = useTerminal();
  const [, setQuery] = useSearchParams();
  const live = useRead(telemetryRoutes.live, { query: { line } });
  const list = useRead(stationRoutes.list, { query: { filter: `line:${line}`, limit: 200 } });
  if (stations.length < 2) return null;
  return (
    <div className={css.strip} role="group" aria-label={say('operator.stations')}>
      {stations.map((id) => {
        const sign = stationSigns[live.data?.find(({ station }) => station === id)?.state ?? 'unknown'];
        const station = list.data?.items.find((each) => each.id === id);
        return (
          <Button
            key={id}
            pressed={id === chosen}
            onClick={() => setQuery({ station: id }, { replace: true })}
          >
            <span className={css.sign} data-tone={sign.tone}>
              <Icon name={sign.icon} />
            </span>
            {station ? format.name(station) : id}
          </Button>
        );
      })}
    </div>
  );
}
