import { randomUUID } from 'node:crypto';
import { pathOf, type Problem, type ReplyOf, type RequestOf, type Route } from '@takt/contracts';
import { BackOff } from './back-off';

/** What came back: the reply, or why not. `status` 0: nobody answered. */
export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly body: T }
  | { readonly ok: false; readonly status: number; readonly problem: Problem | null };

/** How a request is sent. */
export interface SendOptions {
  /** log-in; the client's own unless told, null: none */
  readonly token?: string | null;
  /** revision that was read, for updates */
  readonly ifMatch?: number;
  /** makes a repeated write one; a new one unless told */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** the very bytes to send, where they are signed */
  readonly rawBody?: string;
  /** headers that are made anew for each attempt: a signature over the time */
  readonly sign?: () => Readonly<Record<string, string>>;
  /** a file to upload instead of a body */
  readonly file?: { readonly name: string; readonly content: string | Uint8Array };
}

/** How the client behaves. */
export interface ApiOptions {
  readonly url: string;
  readonly token?: string | null;
  /** for how long an unanswered request is repeated, ms */
  readonly patienceMs?: number;
  readonly timeoutMs?: number;
  /** called before each attempt: keeps to a rate */
  readonly pace?: () => Promise<void>;
  /** given up: no further attempts */
  readonly signal?: AbortSignal;
}

const PATIENCE_MS = 60_000;
const TIMEOUT_MS = 15_000;
/** Not now: core restarts, or asks to slow down. */
const PASSING = new Set([0, 429, 502, 503, 504]);

/**
 * Client of core's API for worker stations, shops and gateways. Refusals are values. What nobody answered is sent again, with
 * the same key, so that it is carried out once.
 */
export class Api {
  constructor(private readonly options: ApiOptions) {}

  /** The same client with another log-in. */
  as(token: string | null): Api {
    return new Api({ ...this.options, token });
  }

  /** Sends a request and gives back the reply or the refusal. Never throws for what core or the network does. */
  async send<R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    options: SendOptions = {},
  ): Promise<Answer<ReplyOf<R>>> {
    const { patienceMs = PATIENCE_MS, signal } = this.options;
    const key = options.key ?? randomUUID();
    const deadline = performance.now() + patienceMs;
    const backOff = new BackOff();
    for (;;) {
      await this.options.pace?.();
      const answer = await this.attempt(route, request, { ...options, key });
      if (answer.ok || !PASSING.has(answer.status) || signal?.aborted || performance.now() > deadline)
        return answer;
      await new Promise((done) => setTimeout(done, backOff.pauseMs()));
    }
  }

  /** Sends a request that has to succeed. @throws ApiFault when it does not */
  async call<R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    options: SendOptions = {},
  ): Promise<ReplyOf<R>> {
    const answer = await this.send(route, request, options);
    if (answer.ok) return answer.body;
    throw new ApiFault(`${route.method} ${route.path}`, answer.status, answer.problem);
  }

  private async attempt<R extends Route>(
    route: R,
    request: RequestOf<R>,
    options: SendOptions,
  ): Promise<Answer<ReplyOf<R>>> {
    const { timeoutMs = TIMEOUT_MS, signal, url } = this.options;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const reply = await fetch(`${url}${pathOf(route, request)}`, {
        method: route.method,
        headers: this.headers(route, request, options),
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
        ...bodyOf(request.body, options),
      });
      const text = await reply.text();
      const body: unknown = text === '' ? undefined : readJson(text);
      if (reply.ok) return { ok: true, status: reply.status, body: body as ReplyOf<R> };
      return { ok: false, status: reply.status, problem: (body ?? null) as Problem | null };
    } catch {
      return { ok: false, status: 0, problem: null };
    }
  }

  private headers(route: Route, request: RequestOf<Route>, options: SendOptions): Record<string, string> {
    const token = options.token === undefined ? this.options.token : options.token;
    const json = options.rawBody !== undefined || (request.body !== undefined && !options.file);
    return {
      ...(token == null ? {} : { authorization: `Bearer ${token}` }),
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
      ...(route.method === 'GET' || options.key === undefined ? {} : { 'idempotency-key': options.key }),
      ...options.headers,
      ...options.sign?.(),
    };
  }
}

function bodyOf(body: unknown, { rawBody, file }: SendOptions): { body?: string | FormData } {
  if (file) {
    const form = new FormData();
    form.append('file', new Blob([file.content]), file.name);
    return { body: form };
  }
  if (rawBody !== undefined) return { body: rawBody };
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request that had to succeed and did not. */
export class ApiFault extends Error {
  constructor(
    request: string,
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    const faults = (problem?.faults ?? []).slice(0, 5).map(({ path, message }) => `\n  ${path}: ${message}`);
    super(
      status === 0
        ? `${request}: nobody answers. Maybe core is not running at that address.`
        : `${request}: ${status} ${problem?.code ?? ''} ${problem?.detail ?? ''} ${problem?.hint ?? ''}${faults.join('')}`,
    );
  }
}
