import { z } from 'zod';
import type { ErrorCode } from './error-code';
import type { CallerKind } from './role';

/** HTTP methods in use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An object without fields: the default for params and query. */
export const Nothing = z.strictObject({});

/** What a route is made of. Paths are relative to `/api/v1`. */
export interface RouteSpec {
  readonly method: Method;
  /** relative path with `:name` for parameters, such as `/operations/:operation/start` */
  readonly path: string;
  /** `public`, or the callers that may use it */
  readonly access: 'public' | readonly CallerKind[];
  /** one line for the API pages */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  /** refusals besides the general ones */
  readonly errors?: readonly ErrorCode[];
  /** status of success; 200 unless told, 201 for a POST that creates */
  readonly status?: 200 | 201 | 202 | 204;
  /** the update needs the header `If-Match` with the revision that was read */
  readonly ifMatch?: true;
  /** body or reply that is not JSON: `file` (multipart upload, field `file`) or `download` */
  readonly raw?: 'file' | 'download';
  /** largest body in bytes; 1 MiB unless told */
  readonly bodyLimit?: number;
}

/** A route of the public API with its types. */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> extends Omit<RouteSpec, 'params' | 'query' | 'body' | 'reply'> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
}

type OrNothing<T, K extends keyof RouteSpec> = T extends { readonly [key in K]: infer X extends z.ZodType }
  ? X
  : typeof Nothing;

/** The route type that a spec describes. */
export type RouteOf<S extends RouteSpec> = Route<
  OrNothing<S, 'params'>,
  OrNothing<S, 'query'>,
  OrNothing<S, 'body'>,
  S['reply']
>;

/**
 * Declares a route. It is the only definition: core's handler, the clients, the validation and OpenAPI derive from it.
 * @param spec method, path, access, shapes
 */
export function route<const S extends RouteSpec>(spec: S): RouteOf<S> {
  return {
    ...spec,
    params: spec.params ?? Nothing,
    query: spec.query ?? Nothing,
    body: spec.body ?? Nothing,
  } as unknown as RouteOf<S>;
}

/** What a client sends: parameters, query and body before validation. */
export interface RequestOf<R extends Route> {
  readonly params?: z.input<R['params']>;
  readonly query?: z.input<R['query']>;
  readonly body?: z.input<R['body']>;
}

/** What a handler gets: parameters, query and body after validation. */
export interface InputOf<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
}

/** What a route answers with. */
export type ReplyOf<R extends Route> = z.output<R['reply']>;

/** Prefix of every route. */
export const API_PREFIX = '/api/v1';

/**
 * The path with its parameters and query filled in, relative to the server: `/api/v1/orders/17?limit=20`.
 * Lists in the query are joined with commas; undefined values are left out.
 */
export function pathOf<R extends Route>(target: R, request: RequestOf<R> = {}): string {
  const params = (request.params ?? {}) as Record<string, unknown>;
  const path = target.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const query = Object.entries((request.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(
      ([key, value]) =>
        `${encodeURIComponent(key)}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`,
    );
  return `${API_PREFIX}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
