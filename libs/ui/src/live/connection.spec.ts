import { connectionState } from './connection';

it.each([
  [true, 0, 'live'],
  [true, 10_000, 'live'],
  [true, 10_001, 'delayed'],
  [true, 30_001, 'offline'],
  [false, 500, 'delayed'],
  [false, 10_001, 'offline'],
] as const)('connected %p, silent for %d ms: %s', (connected, silentMs, state) =>
  expect(connectionState({ connected, silentMs }, 60_000)).toBe(state),
);
it('gives core ten seconds to be heard of first', () => {
  expect(connectionState({ connected: false, silentMs: undefined }, 9_000)).toBe('joining');
  expect(connectionState({ connected: false, silentMs: undefined }, 10_000)).toBe('offline');
});
