import type { StepCapture } from '@takt/contracts';
import { verdictOf } from './capture-verdict';

const core: StepCapture = { name: 'core_c', kind: 'number', unit: '°C', min: 92, max: 96, choices: [] };

it.each([
  ['', 'none'],
  ['94.', 'none'],
  ['94', 'within'],
  ['96.1', 'outside'],
  ['-4', 'outside'],
])('%j is %s', (value, verdict) => expect(verdictOf(core, value, [])).toBe(verdict));
it('a no is outside, a text never', () => {
  expect(verdictOf({ ...core, kind: 'yes-no' }, 'no', [])).toBe('outside');
  expect(verdictOf({ ...core, kind: 'text' }, 'smells fine', [])).toBe('within');
});
