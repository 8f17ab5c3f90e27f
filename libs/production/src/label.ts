import { refuse, type LabelKind, type Refusal, type Symbology } from '@takt/contracts';

/** A label: what people read, and what scanners read. */
export interface Label {
  /** large; the first thing a person reads */
  readonly title: string;
  /** small lines below, at most 4 are printed */
  readonly lines: readonly string[];
  /** text of the code */
  readonly code: string;
  /** of a lot, until which day it is good, YYYY-MM-DD; null: it does not expire, or is no lot */
  readonly expiresOn: string | null;
  /** of a lot, the item and its trade item number, if it has one; null: no lot */
  readonly item: { readonly id: string; readonly gtin: string | null } | null;
}

/** The code of a label: what it says and how it is drawn. */
export interface DrawnCode {
  readonly text: string;
  readonly symbology: Symbology;
}

const PREFIXES: Readonly<Record<LabelKind, string>> = {
  lot: 'LOT',
  operation: 'OP',
  'work-order': 'WO',
  order: 'SO',
  station: 'ST',
  badge: 'ID',
};

/** The text of a code: its prefix tells scanners what it is about. */
export function codeOf(kind: LabelKind, id: string): string {
  return `${PREFIXES[kind]}:${id}`;
}

/**
 * What a GS1 code of a lot says: trade item number, expiry, lot. What has a fixed length comes first, so that no separator is needed.
 * @param lot id of the lot, at most 20 signs are allowed
 * @param gtin 14 digits
 * @param expiresOn YYYY-MM-DD
 * @returns element string with brackets; null: the id is too long for GS1
 * @see GS1 General Specifications, application identifiers 01, 10, 17
 */
export function gs1Of(lot: string, gtin: string, expiresOn: string | null): string | null {
  const LOT_MAX = 20;
  if (lot.length > LOT_MAX) return null;
  const expiry = expiresOn === null ? '' : `(17)${expiresOn.slice(2).replaceAll('-', '')}`;
  return `(01)${gtin}${expiry}(10)${lot}`;
}

/**
 * What scanners read on a label.
 * @param gtin trade item number for GS1; absent: the one of the item
 * @returns `label.kind`: no lot, or its id is too long for GS1 · `label.gtin`: the item has no such number; or the code
 */
export function drawnCode(
  label: Label,
  kind: LabelKind,
  symbology: Symbology,
  gtin?: string,
): DrawnCode | Refusal {
  if (symbology !== 'gs1') return { text: label.code, symbology };
  const none = refuse('label.kind', { kind: kind.replace('-', ' '), symbology });
  if (label.item === null) return none;
  const number = gtin ?? label.item.gtin;
  if (number === null) return refuse('label.gtin', { item: label.item.id });
  const text = gs1Of(label.title, number, label.expiresOn);
  return text === null ? none : { text, symbology };
}

const TEXT_MAX = 48;
const LINES_MAX = 4;

/** Text for a field with `^FH`: the signs with which commands begin are written as hex, so that a name is never a command. */
function field(text: string): string {
  const safe = [...text.replace(/\p{Cc}/gu, ' ')].slice(0, TEXT_MAX).join('');
  return safe.replace(/[_^~]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const textAt = (x: number, y: number, size: number, text: string): string =>
  `^FO${x},${y}^A0N,${size},${size}^FH^FD${field(text)}^FS`;

/** In mode D the printer adds FNC1 and the check digit, and leaves the brackets out of the bars. */
const codeAt = (code: string, symbology: Symbology): string =>
  symbology === 'qr'
    ? `^FO24,24^BQN,2,7^FH^FDMA,${field(code)}^FS`
    : `^FO24,260^BY2^BCN,90,Y,N,N${symbology === 'gs1' ? ',D' : ''}^FH^FD${field(code)}^FS`;

/**
 * A label of 4 × 2.5 inches for a printer of 203 dpi, in UTF-8.
 * @param label what stands on it
 * @param code what scanners read: a QR code to the left, or bars below
 * @param copies 1 …
 * @see ZPL II: ^CI28 (UTF-8), ^FH (hex in fields), ^BQ (QR), ^BC (Code 128, mode D: GS1), ^PQ (copies)
 */
export function zplLabel(label: Label, { text, symbology }: DrawnCode, copies: number): string {
  const x = symbology === 'qr' ? 260 : 24;
  const lines = label.lines.slice(0, LINES_MAX).map((line, i) => textAt(x, 104 + i * 40, 30, line));
  return [
    '^XA',
    '^CI28',
    '^PW812^LL508',
    codeAt(text, symbology),
    textAt(x, 32, 56, label.title),
    ...lines,
    `^PQ${copies}`,
    '^XZ',
    '',
  ].join('\n');
}
