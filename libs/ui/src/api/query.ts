import { type RequestOf, type Route } from '@takt/contracts';
import { QueryClient } from '@tanstack/react-query';
import { resourceOf } from '../live/event-resources';
import { NoReplyError, ProblemError } from './problem-error';

/** Under which key a reply is kept: the resource first, so that an event can ask for all of it again. */
export type ReadKey = readonly [
  resource: string,
  path: string,
  params: unknown,
  query: unknown,
  body?: unknown,
];

/**
 * The key of a reply.
 * @param route from the contract
 * @param request parameters and query; the body of a route that answers a question without keeping anything
 */
export function readKey<R extends Route>(route: R, request: RequestOf<R> = {}): ReadKey {
  const key = [resourceOf(route.path), route.path, request.params ?? {}, request.query ?? {}] as const;
  return request.body === undefined ? key : [...key, request.body];
}

/** Was core away, or a part of it? The answer may be another one soon; a refusal stays a refusal. */
export function isPassing(error: unknown): boolean {
  return error instanceof NoReplyError || (error instanceof ProblemError && error.problem.status === 503);
}

/** Is it worth to ask again at once? */
export function worthRetry(failures: number, error: unknown): boolean {
  return failures < 2 && isPassing(error);
}

/**
 * The cache of replies. Whether the browser believes to be online is not asked: it does not know.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        gcTime: 600_000,
        retry: worthRetry,
        retryDelay: (failures) => 500 * 2 ** failures,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
