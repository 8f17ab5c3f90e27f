import { rosterOf } from './roster';

const inAt = '2026-03-11T06:00:00Z';
const told = (
  rostered: string[],
  present: { worker: string; outAt: string | null; closedBy?: 'break' | 'badge' | null }[],
) =>
  rosterOf(
    rostered,
    present.map((each) => ({ inAt, closedBy: null, ...each })),
  ).map(({ worker, standing }) => `${worker} ${standing}`);

it('names the missing first, then those who are here, then those who came beside the roster', () => {
  const present = ['c', 'a', 'x'].map((worker) => ({ worker, outAt: null }));
  expect(told(['a', 'b', 'c'], present)).toEqual(['b missing', 'a here', 'c here', 'x extra']);
});
it('does not count who has left', () => {
  expect(told(['a'], [{ worker: 'a', outAt: '2026-03-11T07:00:00Z' }])).toEqual(['a missing']);
});
it('knows nobody where nobody is expected and nobody came', () => expect(told([], [])).toEqual([]));
it('knows who is on a break, and that nobody on one is missing', () => {
  const outAt = '2026-03-11T09:00:00Z';
  expect(told(['a'], [{ worker: 'a', outAt, closedBy: 'break' }])).toEqual(['a break']);
  expect(
    told(
      ['a'],
      [
        { worker: 'a', outAt, closedBy: 'break' },
        { worker: 'a', outAt: null },
      ],
    ),
  ).toEqual(['a here']);
});
