/** One key of a keyboard, as the browser reports it. */
export interface KeyStroke {
  /** `event.key`; `Process` while an input method is composing */
  readonly key: string;
  /** `event.code`: the key itself, whatever the input method makes of it */
  readonly code: string;
  readonly shift: boolean;
  /** held with it: of a shortcut, or of a scanner that sends signs of its own; not AltGr, which is for characters */
  readonly held?: 'ctrl' | 'alt' | 'meta' | undefined;
  /** when the key went down by the clock of the device, ms of any clock that goes forward; not when a busy page hears of it */
  readonly atMs: number;
}

/** Stands for a character that a scanner sent and nobody can tell. */
export const UNREADABLE = '\uFFFD';
/** FNC1 within a GS1 code: scanners send it as Ctrl+]. */
const GROUP_END = '\u001D';

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
const swallowed: readonly string[] = ['Process', 'Unidentified', 'Dead', 'Compose'];
const modifiers: readonly string[] = [
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Fn',
];

/** Is it a key that only changes what others mean? Scanners send them within a code. */
export function isModifier({ key }: KeyStroke): boolean {
  return modifiers.includes(key);
}

/** Is it a key with which scanners end a code? They send CR as Enter or Ctrl+M, LF as Enter or Ctrl+J. */
export function isEnd({ key, shift, held }: KeyStroke): boolean {
  if (held === 'ctrl') return /^[jm]$/i.test(key);
  return held === undefined && !shift && (key === 'Enter' || key === 'Tab');
}

/** The character behind a key that an input method has swallowed. */
function behind({ code, shift }: KeyStroke): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  if (shift && shifted[code]) return shifted[code];
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? plain[code] ?? UNREADABLE;
}

/**
 * The character of a stroke; an input method that swallows it is looked behind.
 * @returns {@link UNREADABLE} for a character that cannot be told; undefined for keys that only hands press, such as arrows
 */
export function characterOf(stroke: KeyStroke): string | undefined {
  const { key, held } = stroke;
  if (held === 'ctrl') return key === ']' ? GROUP_END : undefined;
  if (held === 'meta') return undefined;
  if (held === 'alt') return /^\d$/.test(key) ? UNREADABLE : undefined;
  if (key.length === 1) return key;
  return swallowed.includes(key) ? behind(stroke) : undefined;
}
