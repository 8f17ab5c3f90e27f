import { RoomVersions } from './room-versions';

const line = 'line:p:l';
const joined = () => {
  const versions = new RoomVersions();
  versions.join({ [line]: 7 });
  return versions;
};

it('takes events in sequence', () => {
  const versions = joined();
  expect([versions.arrive(line, 8), versions.arrive(line, 9)]).toEqual(['next', 'next']);
});
it('sees a gap once', () => {
  const versions = joined();
  expect([versions.arrive(line, 10), versions.arrive(line, 11)]).toEqual(['gap', 'next']);
});
it('leaves aside what it has seen', () => {
  const versions = joined();
  expect([versions.arrive(line, 7), versions.arrive(line, 3)]).toEqual(['old', 'old']);
});
it('trusts nothing from a room it has not joined', () =>
  expect(joined().arrive('line:p:other', 1)).toBe('gap'));
it('may have missed something before the first join', () =>
  expect(new RoomVersions().join({ [line]: 3 })).toBe(true));
it('has missed nothing when it comes back to the same versions', () =>
  expect(joined().join({ [line]: 7 })).toBe(false));
it('has missed something when a room has moved on, or was reset', () => {
  expect(joined().join({ [line]: 9 })).toBe(true);
  expect(joined().join({ [line]: 0 })).toBe(true);
});
it('has missed something when the rooms are other ones', () =>
  expect(joined().join({ [line]: 7, 'line:p:other': 1 })).toBe(true));
