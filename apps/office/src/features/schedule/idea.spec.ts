import { bodyOf, emptyIdea } from './idea';

const now = Date.parse('2026-03-02T08:20:00Z');
const idea = emptyIdea(now);

it('asks nothing until something is chosen', () => expect(bodyOf(idea)).toBeUndefined());
it('asks about a rush order once its quantity is there', () => {
  expect(bodyOf({ ...idea, item: 'cake' })).toBeUndefined();
  expect(bodyOf({ ...idea, item: 'cake', qty: '5' })).toEqual({
    order: { item: 'cake', qty: 5, dueAt: '2026-03-04T09:00:00.000Z' },
  });
});
it('asks about several things at once', () =>
  expect(Object.keys(bodyOf({ ...idea, station: 'oven', line: 'bakery' }) ?? {})).toEqual(['down', 'extra']));
