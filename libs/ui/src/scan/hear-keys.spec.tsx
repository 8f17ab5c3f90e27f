/** @vitest-environment happy-dom */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearKeys } from './hear-keys';
import { WedgeReader } from './wedge';

let codes: string[];
let unsure: number;
let stop: () => void;
let reader: WedgeReader;

/** A screen that hears the scanner gives way to the next one. */
function hearAnew(): void {
  stop();
  stop = hearKeys(reader, { take: (code) => codes.push(code), unsure: () => (unsure += 1) });
}

beforeEach(() => {
  vi.useFakeTimers();
  codes = [];
  unsure = 0;
  reader = new WedgeReader();
  stop = () => undefined;
  hearAnew();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A key goes down at a time by the clock of the device; into an input it brings its character. @returns whether it was left to the page */
function press(target: Element, key: string, atMs: number): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: atMs });
  const left = target.dispatchEvent(event);
  if (left && key.length === 1 && target instanceof HTMLTextAreaElement) target.value += key;
  return left;
}

/** @returns the keys that were left to the page */
function type(target: Element, text: string, fromMs: number, gapMs: number): readonly string[] {
  const keys = [...[...text], 'Enter'];
  return keys.filter((key, at) => press(target, key, fromMs + at * gapMs));
}

it('takes a slow scan without pressing the button that has the focus', () => {
  const button = document.body.appendChild(document.createElement('button'));
  expect(type(button, 'LOT A7', 1000, 90)).not.toContain('Enter');
  expect(codes).toEqual(['LOT A7']);
  expect(press(button, 'Enter', 9000)).toBe(true);
});
it('presses no button with the second key that ends a scan, though another screen hears it by then', () => {
  const button = document.body.appendChild(document.createElement('button'));
  expect(type(button, 'L-1', 1000, 8)).not.toContain('Enter');
  hearAnew();
  expect(press(button, 'Enter', 1032)).toBe(false);
  expect([codes, unsure]).toEqual([['L-1'], 0]);
});
it('leaves Enter to who has touched the screen since the scan', () => {
  const button = document.body.appendChild(document.createElement('button'));
  type(button, 'L-1', 1000, 8);
  button.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(press(button, 'Enter', 1200)).toBe(true);
});
it('tells a scan that breaks off, and does not take the rest of it', () => {
  for (const [at, key] of [...'WO-10'].entries()) press(document.body, key, 1000 + at * 8);
  vi.advanceTimersByTime(3000);
  expect(unsure).toBe(1);
  type(document.body, '17.20', 4100, 8);
  expect([codes, unsure]).toEqual([[], 2]);
});
it('leaves what a person typed in the field, and takes out what the scanner typed', () => {
  const note = document.body.appendChild(document.createElement('textarea'));
  for (const [at, key] of [...'no '].entries()) press(note, key, 1000 + at * 200);
  type(note, 'L-77812', 5000, 8);
  expect([note.value, codes]).toEqual(['no ', ['L-77812']]);
});
it('leaves everything that a person types in a field there', () => {
  const note = document.body.appendChild(document.createElement('textarea'));
  expect(type(note, 'oven 2', 1000, 130)).toHaveLength(7);
  expect([note.value, codes, unsure]).toEqual(['oven 2', [], 0]);
});
