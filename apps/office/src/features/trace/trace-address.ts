import type { TraceThing } from '@takt/contracts';

/** The id of a thing as a trace is asked for: that of an order line has no slash. */
export const idOfTrace = ({ kind, id }: Pick<TraceThing, 'kind' | 'id'>): string =>
  kind === 'order-line' ? id.replace('/', ':') : id;

/** Where the trace of a thing is. */
export const addressOfTrace = (thing: Pick<TraceThing, 'kind' | 'id'>): string =>
  `/trace/${thing.kind}/${encodeURIComponent(idOfTrace(thing))}`;
