import { pathOf, type Language, type ReplyOf, type RequestOf, type Route } from '@takt/contracts';
import { NoReplyError, ProblemError, problemOf } from './problem-error';

/** What the client needs of its surroundings. */
export interface ApiSurroundings {
  readonly fetch: typeof fetch;
  /** where core is: empty for the same server */
  readonly origin: string;
  /** token of who is logged in */
  token(): string | undefined;
  /** language of the reader: sentences of refusals come in it */
  language(): Language;
  /** a new key for a write */
  newKey(): string;
  /** core says that the log-in is not valid any more */
  logInEnded(): void;
}

/** How one call is made. */
export interface CallOptions {
  /** revision that was read: the update is refused when it has changed since */
  readonly ifMatch?: number | string;
  /** key of the write; a repeated write keeps its key, so that it is done once */
  readonly idempotencyKey?: string;
  /** token instead of the one that is logged in */
  readonly token?: string;
  /** file of a route that takes one */
  readonly file?: File;
  readonly signal?: AbortSignal;
  /** longest wait in real ms; 20 s unless told */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
/** What core says of a log-in that it does not know any more. */
const LOG_IN_ENDED: ReadonlySet<string> = new Set(['auth.invalid', 'auth.missing']);

/** Calls the routes of the contract. */
export class ApiClient {
  /** @param surroundings fetch, log-in, language */
  constructor(private readonly surroundings: ApiSurroundings) {}

  /**
   * Calls a route.
   * @param route from the contract
   * @param request parameters, query, body
   * @param options revision, key, file, time-out
   * @returns the reply
   * @throws ProblemError when core refuses; NoReplyError when it does not answer
   */
  async call<R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    options: CallOptions = {},
  ): Promise<ReplyOf<R>> {
    const reply = await this.send(route, request, options);
    if (!reply.ok) throw await this.refused(reply, options);
    if (reply.status === 204) return undefined as ReplyOf<R>;
    return (await this.json(reply)) as ReplyOf<R>;
  }

  /**
   * Fetches a file.
   * @param route a route whose reply is a download
   * @param request parameters, query
   * @param options time-out
   * @throws ProblemError, NoReplyError
   */
  async download<R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    options: CallOptions = {},
  ): Promise<Blob> {
    const reply = await this.send(route, request, options);
    if (!reply.ok) throw await this.refused(reply, options);
    return this.answered(() => reply.blob());
  }

  private async send<R extends Route>(
    route: R,
    request: RequestOf<R>,
    options: CallOptions,
  ): Promise<Response> {
    const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    return this.answered(() =>
      this.surroundings.fetch(this.surroundings.origin + pathOf(route, request), {
        method: route.method,
        headers: this.headers(route, request, options),
        body: bodyOf(request, options),
        signal,
      }),
    );
  }

  /** A badge, a PIN or a password that does not match is refused with 401 too: the screen stays logged in. */
  private async refused(reply: Response, options: CallOptions): Promise<ProblemError> {
    const problem = problemOf(reply.status, await this.json(reply));
    if (LOG_IN_ENDED.has(problem.code) && options.token === undefined) this.surroundings.logInEnded();
    return new ProblemError(problem);
  }

  private headers<R extends Route>(route: R, request: RequestOf<R>, options: CallOptions): Headers {
    const headers = new Headers({
      Accept: 'application/json',
      'Accept-Language': this.surroundings.language(),
    });
    const token = options.token ?? this.surroundings.token();
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (request.body !== undefined) headers.set('Content-Type', 'application/json');
    if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
    if (route.method !== 'GET')
      headers.set('Idempotency-Key', options.idempotencyKey ?? this.surroundings.newKey());
    return headers;
  }

  private async answered<T>(wait: () => Promise<T>): Promise<T> {
    try {
      return await wait();
    } catch (error) {
      throw new NoReplyError(error instanceof Error ? error.message : String(error));
    }
  }

  private async json(reply: Response): Promise<unknown> {
    const text = await this.answered(() => reply.text());
    try {
      return JSON.parse(text);
    } catch {
      if (reply.ok) throw new NoReplyError(`unreadable reply of ${text.length} characters`);
      return undefined;
    }
  }
}

function bodyOf(request: { readonly body?: unknown }, { file }: CallOptions): BodyInit | null {
  if (file) {
    const form = new FormData();
    form.set('file', file);
    return form;
  }
  return request.body === undefined ? null : JSON.stringify(request.body);
}
