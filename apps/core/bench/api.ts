import { authRoutes, pathOf, type ReplyOf, type RequestOf, type Route } from '@takt/contracts';

/** The API of a running core, as its administrator. */
export class Api {
  private constructor(
    readonly url: string,
    private readonly token: string | null,
  ) {}

  static async logIn(url: string, password: string): Promise<Api> {
    const body = { login: 'admin', password };
    return new Api(url, (await new Api(url, null).call(authRoutes.login, { body })).token);
  }

  /** Sends a request that has to succeed. With `token`, in the name of its owner; null: of nobody. */
  async call<R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    {
      ifMatch,
      token = this.token,
    }: { readonly ifMatch?: number | string; readonly token?: string | null } = {},
  ): Promise<ReplyOf<R>> {
    const reply = await patient(`${this.url}${pathOf(route, request)}`, {
      method: route.method,
      headers: {
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    if (!reply.ok) throw new Error(`${route.path}: ${reply.status} ${await reply.text()}`);
    return (reply.status === 204 ? undefined : await reply.json()) as ReplyOf<R>;
  }
}

/** An idle connection that the server has just given up is opened again; nothing was carried out on it. */
function patient(url: string, request: RequestInit): Promise<Response> {
  return fetch(url, request).catch(() => fetch(url, request));
}
