import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallerKind, Language, TopicId } from '@takt/contracts';

/** Who calls: a person, a paired screen, a shop, or core itself. */
export interface Caller {
  readonly kind: 'user' | 'worker' | 'terminal' | 'board' | 'channel' | 'system';
  /** what the caller may do: a role of people, or the kind of device */
  readonly rights: CallerKind;
  readonly plant: TopicId;
  /** id of the user, worker, terminal or channel */
  readonly id: string;
  readonly name: string;
  readonly user: string | null;
  readonly worker: string | null;
  readonly terminal: string | null;
  /** line and stations that a terminal is bound to; null: the whole plant */
  readonly line: string | null;
  readonly stations: readonly string[] | null;
  readonly session: string | null;
}

/** What is known of the request that is being served. */
export interface RequestContext {
  readonly caller: Caller | null;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly address: string | null;
  readonly language: Language;
  readonly idempotencyKey: string | null;
  readonly fingerprint: string | null;
  readonly ifMatch: string | null;
  readonly traceId: string;
  /** set once a write of this request has claimed its idempotency key or written its audit line */
  readonly marks: Set<'claimed' | 'audited'>;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs work with a request context. */
export function withContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the request that is being served; undefined in jobs, relays and ingest. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Adds to what the audit keeps of the request that is being served: for requests whose body is a file. */
export function noteForAudit(facts: Readonly<Record<string, unknown>>): void {
  Object.assign(storage.getStore()?.detail ?? {}, facts);
}

/** The caller of the request that is being served; core itself outside requests. */
export function currentCaller(plant: TopicId): Caller {
  return storage.getStore()?.caller ?? systemCaller(plant);
}

/** Core itself, acting on a plant. */
export function systemCaller(plant: TopicId): Caller {
  return {
    kind: 'system',
    rights: 'admin',
    plant,
    id: 'takt',
    name: 'takt',
    user: null,
    worker: null,
    terminal: null,
    line: null,
    stations: null,
    session: null,
  };
}
