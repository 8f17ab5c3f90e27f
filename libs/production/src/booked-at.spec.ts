import { bookedAt } from './booked-at';

const NOW = Date.parse('2026-03-04T12:00:00Z');

it.each<[string, string | undefined, string]>([
  ['nothing said', undefined, '2026-03-04T12:00:00Z'],
  ['an hour ago', '2026-03-04T11:00:00Z', '2026-03-04T11:00:00Z'],
  ['a year ago', '2025-03-04T12:00:00Z', '2025-03-04T12:00:00Z'],
  ['an hour ahead', '2026-03-04T13:00:00Z', '2026-03-04T12:00:00Z'],
  ['24 hours ahead', '2026-03-05T12:00:00Z', '2026-03-04T12:00:00Z'],
])('%s counts', (_, at, expected) => expect(bookedAt(at, NOW)).toBe(Date.parse(expected)));

it.each([
  ['a second more than 24 hours ahead', '2026-03-05T12:00:01Z', 'future'],
  ['2099', '2099-01-01T00:00:00Z', 'future'],
  ['2001', '2001-01-01T00:00:00Z', 'old'],
  ['367 days back', '2025-03-02T12:00:00Z', 'old'],
])('%s is refused with what is possible', (_, at, reason) =>
  expect(bookedAt(at, NOW)).toEqual({
    refused: true,
    code: 'movement.date',
    facts: {
      value: new Date(at).toISOString(),
      now: '2026-03-04T12:00:00.000Z',
      from: '2025-03-03T12:00:00.000Z',
      reason,
    },
  }),
);
