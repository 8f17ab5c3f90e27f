import { characterOf, isEnd, isModifier, UNREADABLE, type KeyStroke } from './key-character';

/**
 * What a stroke is part of. `uncertain`: a scan has ended, or broken off, and nobody can tell whether all of it came; `tail`: a further
 * end of a scan that has ended already.
 */
export type WedgeAnswer =
  | { readonly kind: 'typing' }
  | { readonly kind: 'burst' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'tail' };

/** A scanner on a good line leaves at most this long between two characters, in ms; hands are slower. */
export const SCANNER_GAP_MS = 40;
/** Who types by hand and then scans leaves at least this long between, in ms. */
const HAND_GAP_MS = 80;
/** A scanner over a bad radio link, or one that types slowly, goes on within this time, in ms. */
export const STALL_MS = 2000;
/** Scanners that end with two keys, such as CR and LF, send the second one within this time, in ms. */
const TAIL_MS = 300;
/** What has not been ended for so long, in ms, belongs to nothing that comes now. */
const FORGOTTEN_MS = 10_000;
/** In a field, shorter bursts are a person who rolls over the keys. */
const BURST_MIN_LENGTH = 4;
const CODE_MAX_LENGTH = 256;

const TYPING: WedgeAnswer = { kind: 'typing' };
const UNCERTAIN: WedgeAnswer = { kind: 'uncertain' };
const TAIL: WedgeAnswer = { kind: 'tail' };

/** Characters since the last end. */
interface Run {
  readonly text: string;
  /** as many of the last ones came as quickly as only a scanner types */
  readonly burst: number;
  /** the longest of such bursts */
  readonly longest: number;
  /** the longest before the present one */
  readonly before: number;
  /** how long nothing came before the present one, ms */
  readonly pauseMs: number;
  /** when the last one came, ms */
  readonly lastMs: number;
  /** what began before a stall and was never ended: this run may be the rest of it */
  readonly head: string | undefined;
  /** a key was pressed that no scanner sends */
  readonly byHand: boolean;
}

const NOTHING: Run = {
  text: '',
  burst: 0,
  longest: 0,
  before: 0,
  pauseMs: 0,
  lastMs: Number.NEGATIVE_INFINITY,
  head: undefined,
  byHand: false,
};

/** Is it whole: nothing of it unreadable, cut off, or left behind? Who scans anew begins with what came the first time. */
function isWhole({ text, head }: Run): boolean {
  return (
    !text.includes(UNREADABLE) &&
    text.length <= CODE_MAX_LENGTH &&
    (head === undefined || text.startsWith(head))
  );
}

/** What a scanner typed into a field, at its end; undefined: what came before may belong to it, because it was not surely typed by hand. */
function burstOf({ text, burst, before, pauseMs }: Run): string | undefined {
  const typed = text.length - burst;
  if (typed === 0) return text;
  return typed > 1 && before === 1 && pauseMs >= HAND_GAP_MS ? text.slice(typed) : undefined;
}

/**
 * Tells a wedge scanner from a person. Where nothing can be typed into, every text that ends with Enter or Tab is a code, however slow or
 * short; in a field only what comes faster than hands type. Nothing is taken for a code of which a part may be missing.
 */
export class WedgeReader {
  private run = NOTHING;
  /** when the last scan ended, ms, while nothing else has been pressed since */
  private endedMs = Number.NEGATIVE_INFINITY;

  /**
   * Takes a stroke.
   * @param stroke key and time
   * @param inField does the key go into a field in which people type?
   * @returns `code` at the end of a scan; `tail` for what still belongs to that end; `burst` while it may be a scan; `uncertain` where a
   * part of it may be missing; `typing` otherwise
   */
  take(stroke: KeyStroke, inField = false): WedgeAnswer {
    if (isModifier(stroke)) return this.within(inField);
    if (isEnd(stroke) && stroke.atMs - this.endedMs <= TAIL_MS) return TAIL;
    this.touched();
    if (stroke.key === 'Enter' || stroke.key === 'Tab') return this.end(stroke.atMs, inField);
    const character = characterOf(stroke);
    if (character === undefined) {
      this.run = { ...NOTHING, lastMs: stroke.atMs, byHand: true };
      return TYPING;
    }
    this.add(character, stroke.atMs, inField);
    return this.within(inField);
  }

  /** A hand was at the screen: an end that comes now is a person's. */
  touched(): void {
    this.endedMs = Number.NEGATIVE_INFINITY;
  }

  /** Has a scan broken off, if nothing more comes by now? Asked where nothing can be typed into. */
  isBrokenOff(): boolean {
    return !this.run.byHand && this.run.longest >= BURST_MIN_LENGTH;
  }

  private within(inField: boolean): WedgeAnswer {
    const { burst, text } = this.run;
    return (inField ? burst : text.trimStart().length) > 1 ? { kind: 'burst' } : TYPING;
  }

  private add(character: string, atMs: number, inField: boolean): void {
    const gapMs = atMs - this.run.lastMs;
    const { text, burst, longest, before, pauseMs, head, byHand } =
      gapMs > STALL_MS ? this.afterStall(gapMs, inField) : this.run;
    const goesOn = gapMs <= SCANNER_GAP_MS;
    const together = goesOn ? burst + 1 : 1;
    this.run = {
      text: text + character,
      burst: together,
      longest: Math.max(longest, together),
      before: goesOn ? before : longest,
      pauseMs: goesOn ? pauseMs : gapMs,
      lastMs: atMs,
      head,
      byHand,
    };
  }

  /** What is remembered of a run that stood still: in a field only what a scanner typed. */
  private afterStall(gapMs: number, inField: boolean): Run {
    const { text, longest, head } = this.run;
    const mayGoOn = gapMs <= FORGOTTEN_MS && (!inField || longest >= BURST_MIN_LENGTH);
    return mayGoOn && text !== '' ? { ...NOTHING, head: head ?? text } : NOTHING;
  }

  private end(atMs: number, inField: boolean): WedgeAnswer {
    const { run } = this;
    this.run = NOTHING;
    const gapMs = atMs - run.lastMs;
    if (run.byHand || run.text.trim() === '' || gapMs > FORGOTTEN_MS) return TYPING;
    if (inField && run.longest < BURST_MIN_LENGTH) return TYPING;
    const inTime = gapMs <= (inField ? SCANNER_GAP_MS : STALL_MS);
    const code = inField ? burstOf(run) : run.text;
    const whole = inTime && code !== undefined && isWhole({ ...run, text: code });
    if (whole || !inField) this.endedMs = atMs;
    return whole ? { kind: 'code', code } : UNCERTAIN;
  }
}
