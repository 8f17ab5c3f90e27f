/** @vitest-environment happy-dom */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { once, watchTouches } from './touch';

let done: string[] = [];
let clockMs = 0;

/** A tap of a finger, at a time by the clock of the page. */
function tap(button: HTMLButtonElement, atMs: number, x = 500): void {
  const down = new MouseEvent('pointerdown', { bubbles: true, clientX: x, clientY: 700 });
  Object.defineProperty(down, 'timeStamp', { value: atMs });
  button.dispatchEvent(down);
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
}

function button(act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.addEventListener('click', act);
  document.body.append(made);
  return made;
}

const report = button(once(() => done.push('report')));
const finish = button(() => done.push('finish'));
const digit = button(() => done.push('1'));

beforeAll(watchTouches);
beforeEach(() => {
  done = [];
  clockMs += 100_000; // long after the test before
});

it('takes a double tap for one, though another button lies under the finger by then', () => {
  tap(report, clockMs);
  tap(finish, clockMs + 100);
  expect(done).toEqual(['report']);
});
it('takes two taps for two, when the second comes later or in another place', () => {
  tap(report, clockMs);
  tap(finish, clockMs + 5000);
  tap(report, clockMs + 10_000);
  tap(finish, clockMs + 10_100, 900);
  expect(done).toEqual(['report', 'finish', 'report', 'finish']);
});
it('lets people key in the same digit as quickly as they can', () => {
  tap(digit, clockMs);
  tap(digit, clockMs + 50);
  expect(done).toEqual(['1', '1']);
});
