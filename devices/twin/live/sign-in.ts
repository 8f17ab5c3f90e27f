import { authRoutes, type ReplyOf, type Route } from '@takt/contracts';
import { signedHeaders, type Answer, type Api } from '../../kit';
import type { Factory } from '../factory';
import type { Request, Speaker } from '../life/stage';
import type { Memory } from './memory';

const UNAUTHORIZED = 401;
const NOBODY: Answer<never> = { ok: false, status: UNAUTHORIZED, problem: null };

/** Name of the screen of a station or of a line, as it is remembered. */
export const screenOf = (speaker: { readonly station: string } | { readonly line: string }): string =>
  'station' in speaker ? `station ${speaker.station}` : `line ${speaker.line}`;

/** Speaks to core for everybody in the factory: signs in as people do, once, and again when a log-in has ended. */
export class SignIn {
  private readonly tokens = new Map<string, Promise<string | null>>();

  constructor(
    private readonly api: Api,
    private readonly memory: Memory,
    private readonly factory: Pick<Factory, 'workers'>,
  ) {}

  /** Asks core as somebody. Refusals are answers; who cannot sign in is answered with 401. */
  async ask<R extends Route>(request: Request<R>): Promise<Answer<ReplyOf<R>>> {
    if (request.as.kind === 'shop') return this.signed(request, request.as.channel);
    const first = await this.attempt(request);
    if (first.ok) return first;
    // It was done and the reply was lost: its own id makes it the same command when it is sent anew.
    if (first.problem?.code === 'idempotency.done' && hasCommand(request.body)) return this.attempt(request);
    if (first.status !== UNAUTHORIZED) return first;
    this.tokens.delete(JSON.stringify(request.as));
    return this.attempt(request);
  }

  private async attempt<R extends Route>({
    as,
    route,
    ifMatch,
    ...rest
  }: Request<R>): Promise<Answer<ReplyOf<R>>> {
    const token = await this.token(as);
    if (token === null) return NOBODY;
    return this.api.send(route, rest, { token, ...(ifMatch === undefined ? {} : { ifMatch }) });
  }

  /** A shop signs the very bytes that it sends; each attempt anew, for a signature is worth five minutes. */
  private signed<R extends Route>(
    { route, params, body }: Request<R>,
    channel: string,
  ): Promise<Answer<ReplyOf<R>>> {
    const secret = this.memory.all.shops[channel];
    if (secret === undefined) return Promise.resolve(NOBODY);
    const rawBody = JSON.stringify(body);
    return this.api.send(
      route,
      { ...(params === undefined ? {} : { params }), body: body as never },
      { token: null, rawBody, sign: () => signedHeaders(secret, rawBody, Date.now()) },
    );
  }

  private token(speaker: Speaker): Promise<string | null> {
    const key = JSON.stringify(speaker);
    const known = this.tokens.get(key);
    if (known) return known;
    const coming = this.signIn(speaker);
    this.tokens.set(key, coming);
    void coming.then((token) => {
      if (token === null) this.tokens.delete(key);
    });
    return coming;
  }

  private async signIn(speaker: Speaker): Promise<string | null> {
    if (speaker.kind === 'office') return this.atDesk(speaker.login);
    if (speaker.kind === 'shop') return null;
    const screen = this.memory.all.screens[screenOf(speaker)] ?? null;
    if (speaker.kind === 'terminal' || screen === null) return screen;
    const badge = this.factory.workers.find(({ id }) => id === speaker.worker)?.badge;
    if (badge == null) return null;
    const answer = await this.api.send(authRoutes.badge, { body: { badge } }, { token: screen });
    return answer.ok ? answer.body.token : null;
  }

  private async atDesk(login: string): Promise<string | null> {
    const password = this.memory.all.passwords[login];
    if (password === undefined) return null;
    const answer = await this.api.send(authRoutes.login, { body: { login, password } }, { token: null });
    return answer.ok ? answer.body.token : null;
  }
}

const hasCommand = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'commandId' in body;
