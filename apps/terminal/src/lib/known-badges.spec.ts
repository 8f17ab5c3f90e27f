import type { Session } from '@takt/contracts';
import { offlineLogIn, remember, type KnownBadge } from './known-badges';

const DAY = 86_400_000;
const session = { name: 'Ann', worker: 'ann', role: 'lead', expiresAt: '2026-01-01T00:00:00Z' } as Session;
const badge = (digest: string, atMs: number): KnownBadge => ({ digest, atMs, session });

it('knows a badge once, the newest first, and forgets what is older than 30 days', () =>
  expect(
    remember([badge('b', 29 * DAY), badge('a', 5 * DAY), badge('old', 0)], badge('a', 31 * DAY)).map(
      ({ digest }) => digest,
    ),
  ).toEqual(['a', 'b']));
it('knows 200 people at most', () => {
  const many = Array.from({ length: 250 }, (_, at) => badge(String(at), DAY));
  expect(remember(many, badge('new', DAY))).toHaveLength(200);
});
it('lets a known badge enter, and decide nothing', () => {
  const known = offlineLogIn([badge('a', 0)], 'a', DAY);
  expect(known).toMatchObject({ token: '', session: { name: 'Ann', role: 'operator' } });
  expect(Date.parse(known?.session.expiresAt ?? '')).toBe(DAY + 16 * 3_600_000);
});
it.each([
  ['an unknown one', 'x', DAY],
  ['one that was not here for 30 days', 'a', 30 * DAY],
  ['one from a clock that was set back by as much', 'a', -30 * DAY],
])('does not let in %s', (_, digest, nowMs) =>
  expect(offlineLogIn([badge('a', 0)], digest, nowMs)).toBeUndefined(),
);
