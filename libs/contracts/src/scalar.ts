import { z } from 'zod';
import { form } from './form-words';

/** What {@link TopicId} is made of, as a part of a regular expression. */
export const TOPIC_ID_PATTERN = '[a-z0-9-]{1,40}';

/** Identifier that may stand in an MQTT topic: plants, lines, stations. `[a-z0-9-]{1,40}`. */
export const TopicId = z
  .string()
  .regex(new RegExp(`^${TOPIC_ID_PATTERN}$`), form('1 to 40 of a-z, 0-9 and hyphen'))
  .describe('1 to 40 of a-z, 0-9, hyphen');
/** A plant, line or station id. */
export type TopicId = z.infer<typeof TopicId>;

/** Identifier of any other thing: items, workers, customers, orders, lots. Printable, no spaces or slashes, 1 to 64 characters. */
export const Id = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._:+-]{0,62}[A-Za-z0-9])?$/,
    form('1 to 64 of A-Z, a-z, 0-9, inside also . _ : + -'),
  )
  .describe('1 to 64 of A-Z, a-z, 0-9 and . _ : + - inside');
/** Id of an item, worker, customer, order, lot, … within its plant. */
export type Id = z.infer<typeof Id>;

/** UUID of a fact that is created once: a report, movement, notice, command. */
export const Uuid = z.uuid().describe('UUID');
/** A UUID in lower case with hyphens. */
export type Uuid = z.infer<typeof Uuid>;

/** Earliest and latest instant that any request may name: a date in 1970 or 9999 is a mistake, not a plan. */
export const INSTANT_RANGE = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' } as const;

/** Instant as ISO 8601 with offset, from 2000 to 2100. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => {
    const ms = Date.parse(text);
    return ms >= Date.parse(INSTANT_RANGE.from) && ms < Date.parse(INSTANT_RANGE.to);
  }, form('an instant between 2000 and 2100'))
  .describe('ISO 8601 with offset');
/** ISO 8601 text with offset. */
export type Instant = z.infer<typeof Instant>;

/** Calendar day in the plant's time zone, `YYYY-MM-DD`. */
export const Day = z.iso.date().describe('YYYY-MM-DD in the time zone of the plant');
/** `YYYY-MM-DD`. */
export type Day = z.infer<typeof Day>;

/** Wall-clock time of day, `HH:MM`, 00:00 to 24:00. */
export const TimeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, form('HH:MM, 00:00 to 24:00'))
  .describe('HH:MM, 00:00 to 24:00');
/** `HH:MM`. */
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Largest quantity a single order line, report or movement may name. */
export const QTY_MAX = 10_000_000 as const;

const decimalText = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/** Decimal text as it leaves the API: `"12"`, `"0.125"`. Six decimals at most. */
export const DecimalText = z
  .string()
  .regex(decimalText, form('a number with six decimals at most'))
  .describe('decimal text, six decimals at most');
/** Decimal text, six decimals at most. */
export type DecimalText = z.infer<typeof DecimalText>;

/** Quantity ≥ 0 in the item's unit; numbers are accepted and normalised to decimal text. At most {@link QTY_MAX}. */
export const Quantity = z
  .union([
    z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/, form('a number with six decimals at most')),
    z.number().nonnegative(),
  ])
  .refine((value) => Number(value) <= QTY_MAX, form(`at most ${QTY_MAX}`))
  .refine(
    (value) => typeof value === 'string' || Number(value.toFixed(6)) === value,
    form('six decimals at most'),
  )
  .transform((value) => (typeof value === 'string' ? value : String(value)))
  .describe('quantity ≥ 0 in the unit of the item, as decimal text');
/** Decimal text ≥ 0. */
export type Quantity = z.infer<typeof Quantity>;

/** Quantity above 0. */
export const PositiveQuantity = Quantity.refine((value) => Number(value) > 0, form('more than 0'));

/** Units of which there is no half; all others may be split. */
export const WHOLE_UNITS: readonly string[] = ['pcs', 'pc', 'ea', '件', '个', '盒', 'box', 'set', '套'];

/** Amount of money in the plant's currency, decimal text, may be negative. */
export const Money = DecimalText.describe('amount in the currency of the plant, as decimal text');
/** Decimal text. */
export type Money = z.infer<typeof Money>;

/** Amount of money that is not below 0. */
export const MoneyFromZero = Money.refine((amount) => Number(amount) >= 0, form('an amount of 0 or more'));

/** Time zone by its IANA name, such as `Europe/Amsterdam`. */
export const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
    } catch {
      return false;
    }
  }, form('an IANA time zone such as Europe/Amsterdam'))
  .describe('IANA time zone');

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** A currency that there is or was, by its letters: `CNY`. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, form('three capital letters, as in ISO 4217: CNY'))
  .refine((code) => CURRENCIES.has(code), form('a currency of ISO 4217, such as CNY or EUR'))
  .describe('ISO 4217');

/** The languages of screens, messages and reports. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
/** `en` or `zh-CN`. */
export const Language = z.enum(LANGUAGES);
/** `en` or `zh-CN`. */
export type Language = z.infer<typeof Language>;

/** Name shown on screens: 1 to 120 visible characters. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), form('no control characters'))
  .describe('1 to 120 characters');

/** Free text typed by a person: up to 2,000 characters, no NUL. */
export const Note = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => !text.includes('\u0000'), form('no NUL character'))
  .describe('up to 2,000 characters');

/** Why somebody does something that needs a reason: something that is read, not blanks. */
export const ReasonText = Note.min(1).describe('up to 2,000 characters, not blank');

/** Name in the plant's own language and, where given, in Chinese. */
export const named = {
  name: Name,
  nameZh: Name.optional().describe('name in Chinese, where it differs'),
};

/** A thing with a name and perhaps a Chinese name. */
export interface Named {
  readonly name: string;
  readonly nameZh?: string | undefined;
}

/**
 * The name to show.
 * @param thing anything with `name` and perhaps `nameZh`
 * @param language language of the reader
 */
export function nameIn(thing: Named, language: Language): string {
  return language === 'zh-CN' ? (thing.nameZh ?? thing.name) : thing.name;
}

/** Trade item number of GS1, 14 digits of which the last is the check digit. */
export const Gtin = z
  .string()
  .regex(/^\d{14}$/, form('14 digits, the last a check digit'))
  .refine((digits) => {
    const sum = [...digits]
      .slice(0, 13)
      .reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
    return (10 - (sum % 10)) % 10 === Number(digits[13]);
  }, form('14 digits, the last a check digit'))
  .describe('GTIN-14 with its check digit');
