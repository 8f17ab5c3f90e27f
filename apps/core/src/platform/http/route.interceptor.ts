import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { v7 as uuid } from 'uuid';
import { isRefusal, type Route } from '@takt/contracts';
import { ENV, type Env } from '../../env';
import { languageOf, withContext, type RequestContext } from '../context';
import { misfitProblem, ProblemException, redact } from '../errors';
import { IdempotencyStore } from './idempotency';
import { ROUTE, type TaktRequest } from './route.decorator';
import { validateRequest } from './validate';

const KEY_MAX = 100;
const TYPE_MAX = 100;
/** A body has to be of the type that the route reads: another would be passed over as if nothing had been sent. */
function demandType(route: Route, request: Request): void {
  const wanted = route.raw === 'file' ? 'multipart/form-data' : 'application/json';
  if (route.method === 'GET' || request.header('content-length') === '0' || request.is(wanted) !== false)
    return;
  const given = request.header('content-type')?.slice(0, TYPE_MAX) ?? '–';
  throw new ProblemException('request.media-type', { given, wanted });
}

/** The key under which a write is carried out once; null: none is sent. A cut one could be that of another write. */
function keyOf(request: Request): string | null {
  const key = request.header('idempotency-key');
  if (key === undefined) return null;
  if (key.trim() === '' || key.length > KEY_MAX)
    throw misfitProblem('header.Idempotency-Key', '1 to 100 characters, not blank', key);
  return key;
}

/** What a route changes whose update needs its revision: the first thing in its path, such as `order O-17` of one of its lines. */
function changedBy(params: unknown): string {
  const [name = '', id] = Object.entries(params as Record<string, unknown>)[0] ?? [];
  return `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${String(id)}`;
}

/** For every route of the contract: validates the input, opens the request context, answers repeats from the idempotency store, maps refusals. */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: IdempotencyStore,
    @Inject(ENV) private readonly env: Env,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route || context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<Request & TaktRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.serve(route, request, response, next));
  }

  private async serve(
    route: Route,
    request: Request & TaktRequest,
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    demandType(route, request);
    const input = validateRequest(route, request, languageOf(request.header('accept-language')));
    request.taktInput = input;
    const requestContext = this.contextOf(route, request, input);
    if (route.ifMatch && requestContext.ifMatch === null)
      throw new ProblemException('revision.missing', { thing: changedBy(input.params) });
    const repeat = await this.idempotency.find(requestContext);
    if (repeat) {
      response.status(repeat.status).setHeader('Idempotency-Replayed', 'true');
      return repeat.body;
    }
    const reply = await withContext(requestContext, () =>
      lastValueFrom(next.handle(), { defaultValue: undefined }),
    );
    if (isRefusal(reply)) throw ProblemException.of(reply);
    const body = this.checked(route, reply);
    await this.idempotency.remember(requestContext, response.statusCode, body);
    if (typeof body === 'object' && body !== null && 'revision' in body)
      response.setHeader('ETag', `"${String(body.revision)}"`);
    return body;
  }

  private contextOf(
    route: Route,
    request: Request & TaktRequest,
    input: { params: unknown; query: unknown; body: unknown },
  ): RequestContext {
    const write = route.method !== 'GET';
    const key = write ? keyOf(request) : null;
    return {
      caller: request.taktCaller ?? null,
      action: `${route.method} ${route.path}`,
      detail: { ...(redact(input.params) as object), ...(write ? { body: redact(input.body) } : {}) },
      address: request.ip ?? null,
      language: languageOf(request.header('accept-language')),
      idempotencyKey: key,
      fingerprint:
        key === null
          ? null
          : createHash('sha256')
              .update(`${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`)
              .digest('hex'),
      ifMatch: request.header('if-match')?.slice(0, KEY_MAX).replace(/^W\//, '').replace(/"/g, '') ?? null,
      traceId: String((request as { id?: unknown }).id ?? uuid()),
      marks: new Set(),
    };
  }

  /** In tests a reply that breaks the contract is an error; in production it is sent as it is. */
  private checked(route: Route, reply: unknown): unknown {
    if (this.env.NODE_ENV !== 'test' || route.raw === 'download' || route.status === 204) return reply;
    const parsed = route.reply.safeParse(reply);
    if (!parsed.success)
      throw new Error(`reply of ${route.method} ${route.path} breaks the contract: ${parsed.error.message}`);
    return reply;
  }
}
