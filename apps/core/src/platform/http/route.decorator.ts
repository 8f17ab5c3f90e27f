import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { successStatusOf, type InputOf, type Method, type Route } from '@takt/contracts';
import type { Caller } from '../context';

/** Metadata key under which a handler carries its route. */
export const ROUTE = 'takt:route';

/** What the guard and the interceptor attach to a request. */
export interface TaktRequest {
  taktCaller?: Caller | null;
  taktInput?: InputOf<Route>;
  rawBody?: Buffer;
}

const methods: Record<Method, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  PATCH: Patch,
  DELETE: Delete,
};

/**
 * Binds a controller method to a route of the contract: path, method, access, validation, status and documentation all
 * come from there. The handler takes `@In() input` and, where it needs to know, `@Who() caller`.
 */
export function Handle(route: Route): MethodDecorator {
  const nestPath = route.path.replace(/:(\w+)/g, ':$1');
  return applyDecorators(
    SetMetadata(ROUTE, route),
    HttpCode(successStatusOf(route)),
    methods[route.method](nestPath),
  );
}

/** The validated parameters, query and body. */
export const In = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<TaktRequest>().taktInput,
);

/** Who calls. Routes with access `public` may have nobody. */
export const Who = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<TaktRequest>().taktCaller,
);
