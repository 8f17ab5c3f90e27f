import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import { v7 as uuid } from 'uuid';
import type { Env } from '../../env';

/** Requests slower than this are logged at info level. */
const SLOW_MS = 1000;

/** Structured logging: one JSON line each; requests only when they fail or are slow; never a secret. */
export function logOptions(env: Pick<Env, 'LOG_LEVEL' | 'LOG_PRETTY'>): Params {
  return {
    pinoHttp: {
      level: env.LOG_LEVEL,
      genReqId: (request: IncomingMessage) =>
        typeof request.headers['x-request-id'] === 'string'
          ? request.headers['x-request-id'].slice(0, 60)
          : uuid(),
      redact: { paths: ['req.headers.authorization', 'req.headers.cookie'], remove: true },
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          url: request.url,
        }),
      },
      customLogLevel: (
        _request: IncomingMessage,
        response: ServerResponse & { responseTime?: number },
        error?: Error,
      ) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
      customSuccessObject: (_request, _response, value: { responseTime?: number }) => ({
        ...value,
        slow: (value.responseTime ?? 0) > SLOW_MS,
      }),
      ...(env.LOG_PRETTY ? { transport: { target: 'pino/file', options: { destination: 2 } } } : {}),
    },
    // Express 5 names its wildcards
    forRoutes: ['{*path}'],
  };
}
