import { useEffect, useEffectEvent } from 'react';
import { WedgeReader } from './wedge';

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

const HEARD = 'takt-code';

/** Gives a code that was read in another way, such as by the camera, to whoever hears the scanner now. */
export function announceCode(code: string): void {
  dispatchEvent(new CustomEvent(HEARD, { detail: code }));
}

/**
 * Hears a wedge scanner on every screen, whatever has the focus. A code that ran into a field on its way is taken out of
 * it again, unless the field asks for codes (`data-scan="field"`).
 * @param onCode takes the code
 */
export function useWedge(onCode: (code: string) => void): void {
  const take = useEffectEvent(onCode);
  useEffect(() => {
    const reader = new WedgeReader();
    let before: { readonly input: TextInput; readonly text: string } | undefined;
    const key = (event: KeyboardEvent) => {
      const input = textInput(event.target);
      if (input?.dataset.scan === 'field') return;
      const text = input?.value;
      const stroke = { key: event.key, code: event.code, shift: event.shiftKey, atMs: event.timeStamp };
      const answer = reader.take(stroke);
      if (answer.kind === 'typing') before = input && text !== undefined ? { input, text } : undefined;
      if (answer.kind !== 'code') return;
      event.preventDefault();
      event.stopPropagation();
      if (before) putText(before.input, before.text);
      before = undefined;
      take(answer.code);
    };
    const heard = (event: Event) => take(String((event as CustomEvent<unknown>).detail));
    addEventListener('keydown', key, { capture: true });
    addEventListener(HEARD, heard);
    return () => {
      removeEventListener('keydown', key, { capture: true });
      removeEventListener(HEARD, heard);
    };
  }, []);
}
