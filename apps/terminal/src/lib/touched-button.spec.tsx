/** @vitest-environment happy-dom */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { guardTouchedButton } from './touched-button';

let stop: () => void;

beforeEach(() => {
  stop = guardTouchedButton();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function place<K extends 'button' | 'textarea'>(tag: K): HTMLElementTagNameMap[K] {
  return document.body.appendChild(document.createElement(tag));
}
function touch(target: Element): void {
  target.dispatchEvent(new Event('pointerdown', { bubbles: true }));
}
/** @returns whether the key was left to what has the focus */
function press(target: Element, key: string): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

it.each(['Enter', ' '])('a button that was touched is not pressed by the key "%s"', (key) => {
  const button = place('button');
  touch(button);
  expect(press(button, key)).toBe(false);
});
it('nor is what got the focus from it', () => {
  touch(place('button'));
  expect(press(place('button'), 'Enter')).toBe(false);
});
it.each(['Tab', 'ArrowDown'])('is pressed by keys after %s, as on a screen that nobody touches', (key) => {
  const button = place('button');
  expect(press(button, 'Enter')).toBe(true);
  touch(button);
  press(button, key);
  expect([press(button, 'Enter'), press(button, ' ')]).toEqual([true, true]);
});
it('a Tab that the scanner has sent is not a person who goes through the page', () => {
  const button = place('button');
  touch(button);
  const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
  tab.preventDefault();
  button.dispatchEvent(tab);
  expect(press(button, 'Enter')).toBe(false);
});
it('a field keeps its keys', () => {
  const note = place('textarea');
  touch(note);
  expect([press(note, 'Enter'), press(note, ' ')]).toEqual([true, true]);
});
