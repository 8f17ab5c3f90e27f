/** One key of a keyboard, as the browser reports it. */
export interface KeyStroke {
  /** `event.key`; `Process` while an input method is composing */
  readonly key: string;
  /** `event.code`: the key itself, whatever the input method makes of it */
  readonly code: string;
  readonly shift: boolean;
  /** ms of any clock that goes forward */
  readonly atMs: number;
}

/** What a stroke is part of. */
export type WedgeAnswer =
  { readonly kind: 'typing' } | { readonly kind: 'burst' } | { readonly kind: 'code'; readonly code: string };

/** A scanner leaves at most this long between two characters, in ms; hands are slower. */
export const SCANNER_GAP_MS = 40;
/** Shorter bursts are a person who rolls over the keys. */
export const CODE_MIN_LENGTH = 4;
const CODE_MAX_LENGTH = 256;

const shifted: Readonly<Record<string, string>> = {
  Minus: '_',
  Equal: '+',
  Semicolon: ':',
  Slash: '?',
  Period: '>',
  Comma: '<',
  Digit5: '%',
  Digit7: '&',
  Digit3: '#',
};
const plain: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  Semicolon: ';',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Space: ' ',
};

/** The character of a stroke; an input method that swallows it is looked behind. */
function characterOf({ key, code, shift }: KeyStroke): string | undefined {
  if (key.length === 1) return key;
  if (key !== 'Process' && key !== 'Unidentified') return undefined;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  if (shift && shifted[code]) return shifted[code];
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? plain[code];
}

/**
 * Tells a wedge scanner from a person: a scanner types a code of at least four characters faster than hands can and ends it
 * with Enter or Tab.
 */
export class WedgeReader {
  private text = '';
  private lastMs = Number.NEGATIVE_INFINITY;

  /**
   * Takes a stroke.
   * @param stroke key and time
   * @returns `code` at the end of a scan; `burst` while it may be one; `typing` otherwise
   */
  take(stroke: KeyStroke): WedgeAnswer {
    const quick = stroke.atMs - this.lastMs <= SCANNER_GAP_MS;
    if (stroke.key === 'Shift') return this.text === '' ? { kind: 'typing' } : { kind: 'burst' };
    if (stroke.key === 'Enter' || stroke.key === 'Tab') return this.end(quick);
    const character = characterOf(stroke);
    this.lastMs = stroke.atMs;
    if (character === undefined) {
      this.text = '';
      return { kind: 'typing' };
    }
    this.text = quick ? (this.text + character).slice(-CODE_MAX_LENGTH) : character;
    return { kind: this.text.length > 1 ? 'burst' : 'typing' };
  }

  private end(quick: boolean): WedgeAnswer {
    const code = this.text;
    this.text = '';
    this.lastMs = Number.NEGATIVE_INFINITY;
    return quick && code.length >= CODE_MIN_LENGTH ? { kind: 'code', code } : { kind: 'typing' };
  }
}
