import type { ServerEvent, StationLive, VersionedEventName } from '@takt/contracts';
import { telemetryRoutes } from '@takt/contracts';
import type { QueryClient } from '@tanstack/react-query';
import type { ReadKey } from '../api/query';
import { eventResources } from './event-resources';
import { Gatherer } from './gather';
import { withChangedStations } from './live-stations';

const PAUSE_MS = 250;
const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** Keeps the cache of replies true to the events of the socket. */
export class LiveQueries {
  private readonly stale = new Gatherer<string>((resources) => this.fetchAgain(resources), pause);

  /** @param queries cache of replies */
  constructor(private readonly queries: QueryClient) {}

  /** Takes an event: puts it in place, or asks for what it may have changed. */
  take<N extends VersionedEventName>(name: N, payload: ServerEvent<N>): void {
    if (name === 'station.changed') this.putStations((payload as ServerEvent<'station.changed'>).stations);
    this.stale.add(eventResources[name]);
  }

  /** Asks for everything that is on the screen again. */
  missed(): void {
    void this.queries.invalidateQueries();
  }

  private putStations(changed: readonly StationLive[]): void {
    this.queries.setQueriesData<readonly StationLive[]>(
      { predicate: ({ queryKey }) => (queryKey as unknown as ReadKey)[1] === telemetryRoutes.live.path },
      (shown) => shown && withChangedStations(shown, changed),
    );
  }

  private fetchAgain(resources: ReadonlySet<string>): Promise<unknown> {
    return this.queries.invalidateQueries({
      predicate: ({ queryKey }) => resources.has((queryKey as unknown as ReadKey)[0]),
    });
  }
}
