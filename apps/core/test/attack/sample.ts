import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Route } from '@takt/contracts';

/** Values by the name of their field, for what has to exist. */
export type Facts = Readonly<Record<string, unknown>>;

interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

const TEXTS = ['x1', 'x', '1', '06:00', 'ABCD-2345', '1234', '2026-03-04', 'https://shop.example/hook'];
const DAY_MS = 86_400_000;

function text({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date-time') return new Date(Date.now() + DAY_MS).toISOString();
  if (format === 'date') return '2026-03-04';
  if (format === 'uri') return 'https://shop.example/hook';
  const fitting = pattern === undefined ? undefined : TEXTS.find((one) => new RegExp(pattern).test(one));
  return (fitting ?? 'Some text').padEnd(minLength, 'x');
}

function sampleOf(schema: Schema, name: string, facts: Facts): unknown {
  const numeric = schema.type === 'number' || schema.type === 'integer';
  if (name in facts && !numeric && schema.type !== 'array' && schema.type !== 'object') return facts[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null');
  if (choice) return sampleOf(choice, name, facts);
  if (schema.type === 'string') return text(schema);
  if (numeric) return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array')
    return schema.items ? [sampleOf(schema.items, name.replace(/s$/, ''), facts)] : [];
  if (schema.type === 'object') return objectOf(schema, facts);
  return null;
}

function objectOf({ properties = {}, required = [] }: Schema, facts: Facts): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || name in facts);
  return Object.fromEntries(wanted.map(([name, schema]) => [name, sampleOf(schema, name, facts)]));
}

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Names of the parameters in the query of a route. */
export const queryNames = (route: Route): string[] => Object.keys(schemaOf(route.query).properties ?? {});

/** Parameters in the path of a route. */
export function paramsOf(route: Route, facts: Facts): Record<string, unknown> {
  return objectOf(schemaOf(route.params), facts);
}

/** What a route demands in its query. */
export function queryOf(route: Route): Record<string, unknown> {
  return objectOf(schemaOf(route.query), {});
}

/** A body as a route asks for it, naming what is known by the names of its fields; null: it takes none. */
export function bodyOf(route: Route, facts: Facts): Record<string, unknown> | null {
  if (route.method === 'GET' || route.raw === 'file') return null;
  const schema = schemaOf(route.body);
  const body = sampleOf(schema, '', facts) as Record<string, unknown> | null;
  return body !== null && Object.keys(schema.properties ?? schema.anyOf ?? {}).length > 0 ? body : null;
}

/** The same value with every free text in it replaced. */
export function withTexts(value: unknown, replacement: string): unknown {
  if (value === 'Some text') return replacement;
  if (Array.isArray(value)) return value.map((one) => withTexts(one, replacement));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, replacement)]));
}
