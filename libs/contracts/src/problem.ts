import { z } from 'zod';
import type { CatalogEntry } from './catalog-entry';
import { errorCatalog, type ErrorCode } from './error-code';
import { factIn } from './fact-words';
import type { Language } from './scalar';

/** Names and values that explain an error: scalars only, so that every language can put them into a sentence. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** An expected refusal: a value, not an exception. The caller may show it; nothing was changed. */
export interface Refusal {
  readonly refused: true;
  readonly code: ErrorCode;
  readonly facts: Facts;
}

/**
 * Builds a refusal.
 * @param code stable code from the catalogue
 * @param facts the offending names and values
 */
export function refuse(code: ErrorCode, facts: Facts = {}): Refusal {
  return { refused: true, code, facts };
}

/** Tells a refusal from a result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

/** One fault of a request or file, with the place where it stands. */
export const Fault = z.object({
  path: z.string().describe('where: a JSON path, or sheet!cell'),
  code: z.string(),
  message: z.string(),
  value: z.string().optional().describe('the offending value, cut to 200 characters'),
});
/** One fault of a request or file. */
export type Fault = z.infer<typeof Fault>;

/** Body of every error reply. @see RFC 9457 */
export const Problem = z.object({
  type: z.string().describe('URI of the description of the code'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('one sentence in the language of the caller'),
  hint: z.string().describe('a sentence that starts with "Maybe"'),
  code: z.string().describe('stable code'),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  faults: z.array(Fault).optional(),
  traceId: z.string().optional(),
});
/** Body of every error reply. */
export type Problem = z.infer<typeof Problem>;

/** Longest value that a sentence shows: the longest list of ours, the columns of a sheet, is shorter. */
const SENTENCE_VALUE_MAX = 500;

/** A value for a sentence. A list that is too long ends behind one of its entries. */
function shown(value: Facts[string]): string {
  const text = String(value);
  if (text.length <= SENTENCE_VALUE_MAX) return text;
  const cut = text.slice(0, SENTENCE_VALUE_MAX);
  const entries = cut.lastIndexOf(', ');
  return `${entries < 0 ? cut : cut.slice(0, entries + 1)}…`;
}

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) =>
    key in facts ? shown(facts[key] ?? null) : whole,
  );
}

/**
 * The sentence and the hint of an error in a language, with the facts put in.
 * @param code stable code
 * @param facts names and values for the placeholders of the catalogue
 * @param language language of the reader
 */
export function sentenceOf(
  code: ErrorCode,
  facts: Facts,
  language: Language,
): { detail: string; hint: string } {
  const entry: CatalogEntry = errorCatalog[code];
  const chinese = language === 'zh-CN';
  const told = entry.reasons?.[String(facts['reason'])] ?? entry;
  const text = chinese ? told.zh : told.en;
  const all = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, factIn(name, value, language)]),
  );
  return { detail: fill(text[0], all), hint: fill(text[1], all) };
}
