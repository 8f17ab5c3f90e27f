import type { ServerEvent, StationLive, VersionedEventName } from '@takt/contracts';
import { telemetryRoutes } from '@takt/contracts';
import type { Query, QueryClient } from '@tanstack/react-query';
import { isPassing, type ReadKey } from '../api/query';
import { eventResources } from './event-resources';
import { withChangedStations } from './live-stations';
import { Renewal } from './renewal';

const PAUSE_MS = 250;
/** What is shown and could not be renewed is asked for again after so long, then after twice as long, to the longest pause. */
const AGAIN_MIN_MS = 3000;
const AGAIN_MAX_MS = 30_000;
const wait = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms));

/** A request is on its way that has not failed yet; one that has may wait long until it is made again. */
const isAsking = ({ state }: Query): boolean =>
  state.fetchStatus === 'fetching' && state.fetchFailureCount === 0;

/** Keeps the cache of replies true to the events of the socket. */
export class LiveQueries {
  /** One for each resource: a list that takes long does not keep the others waiting. */
  private readonly renewals = new Map<string, Renewal>();
  /** how often in a row nobody answered; what was put in place meanwhile is no answer */
  private readonly unanswered = new WeakMap<Query, number>();

  /**
   * @param queries cache of replies
   * @param pause settles after so many real ms
   */
  constructor(
    private readonly queries: QueryClient,
    private readonly pause: (ms: number) => Promise<unknown> = wait,
  ) {
    // No event comes a second time: what an event made old, and could not be fetched, would stay old.
    queries.getQueryCache().subscribe((change) => {
      if (change.type !== 'updated') return;
      const { query, action } = change;
      if (action.type === 'success' && !action.manual) this.unanswered.delete(query);
      if (action.type === 'error' && isPassing(action.error)) void this.askAgain(query);
    });
  }

  /** Takes an event: puts it in place, or asks for what it may have changed. */
  take<N extends VersionedEventName>(name: N, payload: ServerEvent<N>): void {
    if (name === 'station.changed') this.putStations((payload as ServerEvent<'station.changed'>).stations);
    for (const resource of eventResources[name]) this.renewalOf(resource).ask();
  }

  /** Asks for everything that is on the screen again. */
  missed(): void {
    void this.queries.invalidateQueries();
  }

  private async askAgain(query: Query): Promise<void> {
    if (query.state.data === undefined) return; // the page says that there is nothing, and offers to try again
    const times = this.unanswered.get(query) ?? 0;
    this.unanswered.set(query, times + 1);
    await this.pause(Math.min(AGAIN_MAX_MS, AGAIN_MIN_MS * 2 ** times));
    const still = this.unanswered.has(query) && query.isActive();
    if (still && query.state.fetchStatus === 'idle') await query.fetch().catch(() => undefined);
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
    const renewal = new Renewal(
      () => this.renew(resource),
      () => this.pause(PAUSE_MS),
    );
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
