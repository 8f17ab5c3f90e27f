import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Registry } from 'prom-client';
import { asyncApiDocument, openApiDocument } from '@takt/contracts';
import { Readiness } from './readiness';
import { answerUnreadable } from './unreadable';

const YEAR_SEC = 31_536_000;
const BODY_LIMIT = '1mb';

/** Security headers: own scripts only; styles inline because the component library sets them; WebAssembly for the camera scanner. */
function securityHeaders(): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: false,
  });
}

/** Serves a browser app: hashed files for a year, the page itself never from a cache, every other path below it is the page. */
function serveApp(app: NestExpressApplication, folder: string, base: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = (_request: Request, response: Response): void => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  };
  app.use(
    base,
    express.static(folder, {
      index: false,
      setHeaders: (response: Response, path: string) =>
        response.setHeader(
          'Cache-Control',
          path.includes('/assets/') ? `public, max-age=${YEAR_SEC}, immutable` : 'no-cache',
        ),
    }),
  );
  app.use(base, (request: Request, response: Response, next: NextFunction) => {
    if (
      !['GET', 'HEAD'].includes(request.method) ||
      request.path.startsWith('/api/') ||
      request.path.startsWith('/assets/') ||
      /\.\w{2,5}$/.test(request.path)
    )
      return next();
    page(request, response);
  });
}

/** How the edge is built. */
export interface EdgeOptions {
  readonly version: string;
  readonly webFolder: string;
  /** false: a process that nobody but its watchers talks to */
  readonly serves: boolean;
}

/** What surrounds the API: headers, body limits, health, metrics, documentation, the browser apps. */
export function addEdge(app: NestExpressApplication, options: EdgeOptions): void {
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  answerUnreadable(app.getHttpServer());
  app.use(securityHeaders());
  app.useBodyParser('json', { limit: BODY_LIMIT });
  const readiness = app.get(Readiness);
  app.use('/healthz', (_request: Request, response: Response) => void response.json({ ok: true }));
  app.use('/readyz', (_request: Request, response: Response) => {
    void readiness.check().then((state) => response.status(state.ok ? 200 : 503).json(state));
  });
  app.use('/metrics', (_request: Request, response: Response) => {
    const registry = app.get(Registry);
    void registry.metrics().then((text) => response.type(registry.contentType).send(text));
  });
  if (!options.serves) {
    app.use((_request: Request, response: Response) => void response.status(404).end());
    return;
  }
  const openApi = openApiDocument(options.version);
  const asyncApi = asyncApiDocument(options.version);
  app.use('/api/openapi.json', (_request: Request, response: Response) => void response.json(openApi));
  app.use('/api/asyncapi.json', (_request: Request, response: Response) => void response.json(asyncApi));
  SwaggerModule.setup('api/docs', app, openApi as unknown as OpenAPIObject, { raw: false });
  serveApp(app, join(options.webFolder, 'terminal'), '/floor');
  serveApp(app, join(options.webFolder, 'office'), '/');
}
