import type { Reason } from '@takt/contracts';
import { reasonsAt } from './fitting-reasons';

const reason = (id: string, capabilities: string[] | undefined, change: Partial<Reason> = {}) =>
  ({ id, kind: 'scrap', active: true, capabilities, ...change }) as Reason;
const reasons = [
  reason('dough', ['mixing', 'forming']),
  reason('blur', ['printing']),
  reason('broken', []),
  reason('old', undefined),
  reason('gone', ['printing'], { active: false }),
  reason('jam', ['printing'], { kind: 'stop' }),
];
const at = (...capabilities: string[]) => reasonsAt(reasons, 'scrap', capabilities).map(({ id }) => id);

it('shows what can be meant at a station, and what can be meant everywhere', () => {
  expect(at('printing')).toEqual(['blur', 'broken', 'old']);
  expect(at('forming')).toEqual(['dough', 'broken', 'old']);
  expect(at('engraving')).toEqual(['broken', 'old']);
});
it('shows everything where nothing would be left, or the station is not known', () => {
  const only = reasons.slice(0, 2);
  expect(reasonsAt(only, 'scrap', ['engraving'])).toEqual(only);
  expect(reasonsAt(only, 'scrap', undefined)).toEqual(only);
});
