import { z } from 'zod';
import { allRoutes, errorCatalog, formIn, issueIn, sentenceOf, type ErrorCode } from './index';
import type { CatalogEntry } from './catalog-entry';

/** What stands in sentences of every language: names of formats, headers, settings. */
const NAMES =
  /If-Match|Content-Type|Webhook|WEBHOOK_PRIVATE|SMTP_URL|SMTP_FROM|https|api|docs|JSON|PIN|CSV|UTF-8|xlsx|PNG|JPEG|WebP|MP4|WebM|PDF|GS1|qr|code128|UUID|Base64|IANA|ISO|NUL|true|false|file|office/g;
const LATIN = /[A-Za-z]{2,}/;

/** A value of ours for each fact that has its own words; a number stands for all others. */
const FACTS: Readonly<Record<string, string>> = {
  status: 'part-shipped',
  step: 'quantity',
  kind: 'order line',
  roles: 'lead, planner, admin',
  by: 'item-class',
  possible: 'line, item, worker',
  span: 'month',
  field: 'lines.0.requestedAt',
  thing: 'bill of materials of 7',
  what: 'components',
  user: 'shift_pattern',
  shift: 'absence',
  place: 'finished',
  home: 'raw',
  movements: 'backflush 7, scrap',
};

const factsOf = ({ en, zh }: Pick<CatalogEntry, 'en' | 'zh'>) =>
  Object.fromEntries(
    [...`${en.join()}${zh.join()}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, FACTS[name] ?? '7']),
  );

const cases = Object.entries(errorCatalog).flatMap(([code, entry]: [string, CatalogEntry]) => [
  { name: code, code: code as ErrorCode, facts: factsOf(entry) },
  ...Object.entries(entry.reasons ?? {}).map(([reason, words]) => ({
    name: `${code} ${reason}`,
    code: code as ErrorCode,
    facts: { ...factsOf(words), reason },
  })),
]);

it.each(cases)('$name reads as a sentence in both languages', ({ code, facts }) => {
  const [en, zh] = (['en', 'zh-CN'] as const).map((language) => sentenceOf(code, facts, language));
  for (const text of [en?.detail, en?.hint, zh?.detail, zh?.hint]) expect(text).not.toMatch(/[{}]|undefined/);
  expect(en?.detail).not.toMatch(/part-shipped|shift_pattern|cannot (be )?quantity/);
  expect(`${zh?.detail}${zh?.hint}`.replace(NAMES, '')).not.toMatch(LATIN);
});

it('says what cannot be done as English and Chinese do', () => {
  const facts = { operation: 'WO-1.10', status: 'done', step: 'quantity' };
  expect(sentenceOf('operation.illegal-step', facts, 'en').detail).toBe(
    'Operation WO-1.10 is done; it cannot be reported on.',
  );
  expect(sentenceOf('operation.illegal-step', facts, 'zh-CN').detail).toBe(
    '工序 WO-1.10 状态为“已完成”，不能报数。',
  );
});

const both = (schema: z.ZodType, value: unknown): string[] => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  if (!issue) throw new Error('it fits');
  const at = issue.path.reduce<unknown>((one, key) => (one as Record<PropertyKey, unknown>)[key], value);
  return [issueIn(issue, at, 'en'), issueIn(issue, at, 'zh-CN')];
};

it.each<[string, z.ZodType, unknown, readonly [en: string, zh: string]]>([
  ['nothing', z.strictObject({ qty: z.number() }), {}, ['is missing', '缺少此项']],
  ['a text for a number', z.number(), 'x', ['a number', '应为数字']],
  ['a fraction', z.number().int(), 1.5, ['a whole number', '应为整数']],
  ['too little', z.number().min(3), 1, ['at least 3', '不能小于 3']],
  ['too much', z.number().max(3), 4, ['at most 3', '不能大于 3']],
  ['a short text', z.string().min(1), '', ['at least 1 character', '至少 1 个字符']],
  ['no entry', z.array(z.number()).min(1), [], ['at least 1 entry', '至少 1 项']],
  ['another choice', z.enum(['a', 'b']), 'c', ['one of a, b', '应为以下之一：a, b']],
  ['an unknown field', z.strictObject({}), { role: 1 }, ['unknown: role', '未知字段：role']],
  [
    'no instant',
    z.iso.datetime(),
    'x',
    ['an instant such as 2026-01-05T06:00:00Z', '应为带时区的时间，例如 2026-01-05T06:00:00Z'],
  ],
  [
    'a pattern without words',
    z.string().regex(/^\d+$/),
    'x',
    ['another form than is asked for', '格式不符合要求'],
  ],
])('%s is told in both languages', (_, schema, value, told) => expect(both(schema, value)).toEqual(told));

interface Def {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
  readonly [part: string]: unknown;
}
interface CheckDef {
  readonly check: string;
  readonly format?: string;
  readonly error?: (issue: object) => string | { message?: string } | undefined;
}
const defOf = (schema: unknown): Def | undefined => (schema as { _zod?: { def: Def } } | null)?._zod?.def;

/** Every schema inside a schema, itself included. */
function inside(schema: unknown, seen: Set<unknown>): void {
  const def = defOf(schema);
  if (!def || seen.has(schema)) return;
  seen.add(schema);
  for (const part of Object.values(def))
    for (const one of typeof part === 'object' && part !== null ? [part, ...Object.values(part)] : [])
      inside(one, seen);
}

it('patterns and rules of every request have words in both languages', () => {
  const seen = new Set<unknown>();
  for (const { route } of allRoutes())
    for (const part of [route.params, route.query, route.body]) inside(part, seen);
  const checks = [...seen].flatMap((schema) => defOf(schema)?.checks ?? []).map(({ _zod }) => _zod.def);
  const told = checks
    .filter(({ check, format }) => check === 'custom' || format === 'regex')
    .map(({ error }) => error?.({}))
    .map((said) => (typeof said === 'object' ? said.message : said));
  expect(told.length).toBeGreaterThan(40);
  const wordless = told.filter((words) => words === undefined || formIn(words, {}, 'zh-CN') === null);
  // Those without words at all add their own issues, whose words are typed.
  expect(wordless.filter((words) => words !== undefined)).toEqual([]);
  const patterns = checks.filter(({ format }) => format === 'regex');
  expect(patterns.filter(({ error }) => error === undefined)).toEqual([]);
});
