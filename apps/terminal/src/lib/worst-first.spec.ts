import type { StationLive } from '@takt/contracts';
import { worstFirst } from './worst-first';

const station = (id: string, state: StationLive['state'], minute: number | null) =>
  ({
    station: id,
    state,
    stateSince: minute === null ? null : `2026-03-11T08:0${minute}:00Z`,
  }) as StationLive;
const ids = (...stations: StationLive[]) => worstFirst(stations).map(({ station: id }) => id);

it('puts a fault before a stop, no data before idle, running last', () =>
  expect(
    ids(
      station('run', 'running', 1),
      station('idle', 'idle', 1),
      station('silent', 'unknown', 1),
      station('stop', 'stopped', 1),
      station('fault', 'fault', 1),
    ),
  ).toEqual(['fault', 'stop', 'silent', 'idle', 'run']));
it('puts the longest first among equals', () =>
  expect(
    ids(station('new', 'fault', 5), station('old', 'fault', 1), station('never', 'unknown', null)),
  ).toEqual(['old', 'new', 'never']));
