/** How a field of a record is typed. */
export interface FieldSpec {
  /** name in the record */
  readonly key: string;
  readonly label: string;
  /** `tags`: ids with commas between them · `many`, `search`: chosen from `choices` */
  readonly kind: 'text' | 'long' | 'number' | 'decimal' | 'check' | 'choice' | 'search' | 'many' | 'tags';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** empty means null */
  readonly nullable?: boolean;
  /** empty is left out */
  readonly optional?: boolean;
  /** an amount that is sent as text */
  readonly asText?: boolean;
  readonly unit?: string;
  /** of numbers: what one unit that is typed is of what is stored, such as 86 400 for days of seconds */
  readonly scale?: number;
  /** of texts: how what is stored is written for the reader, and back */
  readonly words?: { readonly shown: (stored: string) => string; readonly stored: (typed: string) => string };
  readonly hint?: string;
}

/** A record while it is typed. */
export type RecordDraft = Readonly<Record<string, string | boolean | readonly string[]>>;

type Plain = Readonly<Record<string, unknown>>;

const isMany = ({ kind }: FieldSpec) => kind === 'many' || kind === 'tags';

/** Most decimals of a number that is typed in another unit than it is stored in. */
const DECIMALS = 6;

function textOf({ scale, words }: FieldSpec, value: unknown): string {
  if (scale !== undefined) return String(Number((Number(value) / scale).toFixed(DECIMALS)));
  return words ? words.shown(String(value)) : String(value);
}

/**
 * A record as its fields show it.
 * @param record the record, or what a new one begins with
 * @param fields its fields
 */
export function draftOf(record: Plain, fields: readonly FieldSpec[]): RecordDraft {
  return Object.fromEntries(
    fields.map((field) => {
      const value = record[field.key];
      if (field.kind === 'check') return [field.key, value === true];
      if (isMany(field)) return [field.key, Array.isArray(value) ? value.map(String) : []];
      return [field.key, value === null || value === undefined ? '' : textOf(field, value)];
    }),
  );
}

function valueOf(field: FieldSpec, typed: RecordDraft[string] | undefined): unknown {
  if (field.kind === 'check') return typed === true;
  if (isMany(field)) return Array.isArray(typed) ? typed.filter(Boolean) : [];
  const text = String(typed ?? '').trim();
  if (text === '') return field.nullable ? null : field.optional ? undefined : '';
  const numeric = field.kind === 'number' || field.kind === 'decimal';
  if (!numeric) return field.words ? field.words.stored(text) : text;
  if (field.scale !== undefined) return Math.round(Number(text) * field.scale);
  return field.asText ? text : Number(text);
}

/**
 * What is sent: the fields as typed, and what the record holds beside them.
 * @param draft the fields as typed
 * @param fields the fields
 * @param beside values that no field shows
 */
export function bodyOfDraft(draft: RecordDraft, fields: readonly FieldSpec[], beside: Plain = {}): Plain {
  const values = fields.flatMap((field) => {
    const value = valueOf(field, draft[field.key]);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return { ...beside, ...Object.fromEntries(values) };
}
