import type { Notice } from '@takt/contracts';
import { seenLately } from './seen-lately';

const seen = (id: string, at: string, who: { worker?: string; user?: string }): Notice =>
  ({ id, acknowledgement: { worker: null, user: null, at, ...who } }) as unknown as Notice;

it('puts what was acknowledged last first, whenever it was raised, with who did it', () => {
  const notices = [
    seen('raised-last', '2026-03-11T08:00:00Z', { worker: 'W7' }),
    { id: 'withdrawn', acknowledgement: null } as Notice,
    seen('raised-first', '2026-03-11T09:00:00Z', { user: 'planner' }),
    seen('raised-second', '2026-03-11T08:30:00+00:00', { worker: 'W8', user: 'lead' }),
  ];
  expect(seenLately(notices).map(({ notice, by }) => [notice.id, by])).toEqual([
    ['raised-first', 'planner'],
    ['raised-second', 'W8'],
    ['raised-last', 'W7'],
  ]);
});
