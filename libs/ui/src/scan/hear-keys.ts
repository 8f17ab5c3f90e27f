import type { KeyStroke } from './key-character';
import { STALL_MS, type WedgeReader } from './wedge';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

function textInput(target: EventTarget | null): TextInput | undefined {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
}

/** Puts a text into an input as if it had been typed, so that React hears of it. */
function putText(input: TextInput, text: string): void {
  const owner =
    input instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Keys that have come already are heard before it is said that no more do, in real ms. */
const QUEUE_MS = 100;

function strokeOf(event: KeyboardEvent): KeyStroke {
  const { key, code, shiftKey: shift, timeStamp: atMs } = event;
  const held = event.metaKey ? 'meta' : event.altKey ? 'alt' : event.ctrlKey ? 'ctrl' : undefined;
  return { key, code, shift, atMs, held: event.getModifierState('AltGraph') ? undefined : held };
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** What hears a scanner calls. */
export interface WedgeTakers {
  readonly take: (code: string) => void;
  /** a scan of which a part may be missing */
  readonly unsure: () => void;
}

/**
 * Hears the keyboard, and takes a code that ran into a field on its way out of it again. What a scanner sends to end its code presses nothing.
 * @param reader one for all screens: a scan that runs while one gives way to another is not torn
 * @returns stops
 */
export function hearKeys(reader: WedgeReader, { take, unsure }: WedgeTakers): () => void {
  let before: { readonly input: TextInput; readonly text: string } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const brokenOff = () => {
    timer = setTimeout(() => {
      if (reader.isBrokenOff()) unsure();
    }, QUEUE_MS);
  };
  const key = (event: KeyboardEvent) => {
    const input = textInput(event.target);
    if (input?.dataset.scan === 'field') return;
    clearTimeout(timer);
    const text = input?.value;
    const answer = reader.take(strokeOf(event), input !== undefined);
    if (answer.kind === 'typing') before = input && text !== undefined ? { input, text } : undefined;
    // A blank within a code presses no button.
    if (answer.kind === 'burst' && !input) {
      if (event.key === ' ') swallow(event);
      timer = setTimeout(brokenOff, STALL_MS);
    }
    if (answer.kind === 'uncertain') {
      if (!input) swallow(event);
      unsure();
    }
    if (answer.kind === 'tail') swallow(event);
    if (answer.kind !== 'code') return;
    swallow(event);
    if (before && input) putText(before.input, before.text);
    before = undefined;
    take(answer.code);
  };
  const touched = () => reader.touched();
  addEventListener('keydown', key, { capture: true });
  addEventListener('pointerdown', touched, { capture: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('keydown', key, { capture: true });
    removeEventListener('pointerdown', touched, { capture: true });
  };
}
