import { readDeed, type KeptDeed } from './kept-deed';

const doneMs = 1_000_000;
const deed = { id: 'c1', step: { text: '12 good' }, doneMs } as KeptDeed;
const kept = JSON.stringify(deed);

it.each([
  ['at once', kept, doneMs, deed],
  ['nine seconds later', kept, doneMs + 9000, deed],
  ['when its time is over', kept, doneMs + 10_000, undefined],
  ['when the clock was set back', kept, doneMs - 1, undefined],
  ['when nothing was kept', null, doneMs, undefined],
  ['when what was kept is damaged', '{"id"', doneMs, undefined],
  ['when it has no time', '{}', doneMs, undefined],
])('a deed can be undone after a reload: %s', (_, text, nowMs, found) =>
  expect(readDeed(text, nowMs, 10_000)).toEqual(found),
);
