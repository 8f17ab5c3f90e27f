import type { StationLive } from '@takt/contracts';
import { withChangedStations } from './live-stations';

const station = (id: string, version: number, state: StationLive['state'] = 'running') =>
  ({ station: id, version, state }) as StationLive;

it('puts the newer state in place and keeps the order', () => {
  const next = withChangedStations([station('a', 1), station('b', 4)], [station('b', 5, 'fault')]);
  expect(next.map(({ station: id, state }) => `${id} ${state}`)).toEqual(['a running', 'b fault']);
});
it('leaves an older state aside, and the list as it is', () => {
  const shown = [station('a', 3)];
  expect(withChangedStations(shown, [station('a', 3, 'fault'), station('a', 2, 'idle')])).toBe(shown);
});
it('adds no station of another line', () => {
  const shown = [station('a', 3)];
  expect(withChangedStations(shown, [station('z', 9)])).toBe(shown);
});
