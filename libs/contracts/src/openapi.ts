import { z } from 'zod';
import { errorCatalog, type ErrorCode } from './error-code';
import { Problem } from './problem';
import { allRoutes, type NamedRoute } from './registry';
import { ReportMessage } from './report-subscription';
import { webhookCatalog } from './webhook';
import { API_PREFIX, Nothing, type Route } from './route';

type Json = Record<string, unknown>;

const GENERAL_ERRORS: readonly ErrorCode[] = ['request.invalid', 'request.too-many', 'service.unavailable'];
const LOGGED_IN_ERRORS: readonly ErrorCode[] = ['auth.missing', 'auth.invalid', 'auth.forbidden'];

/** JSON Schema of a zod schema; what JSON Schema cannot say (refinements) is in the description. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof property['description'] === 'string' ? { description: property['description'] } : {}),
    schema: property,
  }));
}

function headersOf(target: Route): Json[] {
  const text = { type: 'string' };
  const language = {
    name: 'Accept-Language',
    in: 'header',
    schema: { type: 'string', enum: ['en', 'zh-CN'] },
    description: 'language of error sentences',
  };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { ...text, minLength: 1, maxLength: 100 },
    description: 'the same key is carried out once',
  };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: target.ifMatch === true,
    schema: text,
    description: 'revision that was read',
  };
  if (target.method === 'GET') return [language];
  return target.ifMatch || target.method === 'PUT' ? [language, key, match] : [language, key];
}

function bodyOf(target: Route): Json {
  if (target.raw === 'file') {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
  }
  if (target.body === Nothing || target.method === 'GET') return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(target.body, 'input') } },
    },
  };
}

/** The status a route answers with when it succeeds. */
export function successStatusOf(target: Route): number {
  return target.status ?? 200;
}

function repliesOf(target: Route): Json {
  const status = successStatusOf(target);
  const success =
    target.raw === 'download'
      ? { description: 'file', content: { 'application/octet-stream': {} } }
      : status === 204
        ? { description: 'done' }
        : {
            description: 'done',
            content: { 'application/json': { schema: schemaOf(target.reply, 'output') } },
          };
  const codes = [
    ...GENERAL_ERRORS,
    ...(target.method === 'GET' ? [] : (['request.media-type'] as const)),
    ...(target.access === 'public' ? [] : LOGGED_IN_ERRORS),
    ...(target.errors ?? []),
  ];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const list = byStatus.get(errorCatalog[code].status) ?? [];
    byStatus.set(errorCatalog[code].status, [...list, code]);
  }
  const problems = [...byStatus].map(([problemStatus, list]) => [
    String(problemStatus),
    {
      description: list.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return { [String(status)]: success, ...Object.fromEntries(problems) };
}

function operationOf({ name, tag, route: target }: NamedRoute): Json {
  const callers = target.access === 'public' ? 'anybody' : target.access.join(', ');
  return {
    operationId: name,
    tags: [tag],
    summary: target.summary,
    description: `Callers: ${callers}.`,
    parameters: [
      ...parametersOf(target.params, 'path'),
      ...parametersOf(target.query, 'query'),
      ...headersOf(target),
    ],
    ...bodyOf(target),
    responses: repliesOf(target),
    security: target.access === 'public' ? [] : [{ bearer: [] }],
  };
}

/** What shops are told, and how reports are handed out, as OpenAPI describes it. */
function webhooksOf(): Json {
  const all: readonly (readonly [string, string, z.ZodType])[] = [
    ...Object.entries(webhookCatalog).map(([name, schema]) => [name, 'channels', schema] as const),
    ['report.written', 'reportSubscriptions', ReportMessage],
  ];
  const hooks = all.map(([name, tag, schema]) => {
    const content = { 'application/json': { schema: schemaOf(schema, 'output') } };
    const post = {
      tags: [tag],
      requestBody: { content },
      responses: { '2XX': { description: 'accepted' } },
    };
    return [name, { post }];
  });
  return Object.fromEntries(hooks) as Json;
}

/**
 * The OpenAPI 3.1 document of the whole API, generated from the registry.
 * @param version version of the product
 */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const named of allRoutes()) {
    const path = `${API_PREFIX}${named.route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [named.route.method.toLowerCase()]: operationOf(named) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Takt',
      version,
      description: 'Manufacturing execution: orders, production, stock, schedule, figures.',
    },
    paths,
    webhooks: webhooksOf(),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}
