import { telemetryRoutes } from '@takt/contracts';
import { Button, useFormat, useRead } from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { isQueued, useEntries } from '../../lib/outbox/entries';
import { useFloorText } from '../../lib/texts';
import css from './operator-page.module.css';

/** Stops of a station that nobody has explained yet, the oldest first; what was explained here and waits counts as explained. */
export function useUnexplained(station: string) {
  const { data } = useRead(telemetryRoutes.stops, {
    query: { filter: `station:${station},explained:no`, sort: '-startAt', limit: 20 },
  });
  const entries = useEntries();
  return useMemo(
    () =>
      (data?.items ?? []).filter(
        ({ id }) => !isQueued(entries, (command) => command.kind === 'stop' && command.stop === id),
      ),
    [data, entries],
  );
}

/** Says how many stops wait for their reason. */
export function UnexplainedStops({ station }: { station: string }) {
  const say = useFloorText();
  const format = useFormat();
  const go = useNavigate();
  const stops = useUnexplained(station);
  const [last] = stops;
  if (!last) return null;
  return (
    <Button
      className={css.stops as string}
      icon="question"
      onClick={() => void go(`/operator/stops?station=${station}`)}
    >
      {say('stops.unexplained', { count: stops.length, time: format.time(last.startAt) })}
    </Button>
  );
}
