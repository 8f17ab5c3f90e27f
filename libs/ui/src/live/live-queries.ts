import type { ServerEvent, StationLive, VersionedEventName } from '@takt/contracts';
import { telemetryRoutes } from '@takt/contracts';
import type { Query, QueryClient } from '@tanstack/react-query';
import type { ReadKey } from '../api/query';
import { eventResources } from './event-resources';
import { withChangedStations } from './live-stations';
import { Renewal } from './renewal';

const PAUSE_MS = 250;

/** A request is on its way that has not failed yet; one that has may wait long until it is made again. */
const isAsking = ({ state }: Query): boolean =>
  state.fetchStatus === 'fetching' && state.fetchFailureCount === 0;

/** Keeps the cache of replies true to the events of the socket. */
export class LiveQueries {
  /** One for each resource: a list that takes long does not keep the others waiting. */
  private readonly renewals = new Map<string, Renewal>();

  /**
   * @param queries cache of replies
   * @param pause settles when a resource may be asked for again
   */
  constructor(
    private readonly queries: QueryClient,
    private readonly pause: () => Promise<unknown> = () => new Promise((done) => setTimeout(done, PAUSE_MS)),
  ) {}

  /** Takes an event: puts it in place, or asks for what it may have changed. */
  take<N extends VersionedEventName>(name: N, payload: ServerEvent<N>): void {
    if (name === 'station.changed') this.putStations((payload as ServerEvent<'station.changed'>).stations);
    for (const resource of eventResources[name]) this.renewalOf(resource).ask();
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

  private renewalOf(resource: string): Renewal {
    const known = this.renewals.get(resource);
    if (known) return known;
    const renewal = new Renewal(() => this.renew(resource), this.pause);
    this.renewals.set(resource, renewal);
    return renewal;
  }

  /** Fetches what is shown of a resource again. Done when all of it was answered or has failed once. */
  private async renew(resource: string): Promise<void> {
    const predicate = ({ queryKey }: Query) => (queryKey as unknown as ReadKey)[0] === resource;
    const cache = this.queries.getQueryCache();
    const asking = () => cache.findAll({ predicate, type: 'active' }).filter(isAsking);
    // The first reply is not fetched anew while it is on its way: it may be older than the event.
    const tooSoon = asking().some(({ state }) => state.data === undefined);
    void this.queries.invalidateQueries({ predicate });
    await new Promise<void>((resolve) => {
      const look = () => {
        if (asking().length > 0) return;
        leave();
        resolve();
      };
      const leave = cache.subscribe(look);
      look();
    });
    if (tooSoon) this.renewalOf(resource).ask();
  }
}
