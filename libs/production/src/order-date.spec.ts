import { checkOrderDates } from './order-date';

const now = Date.parse('2026-03-04T12:00:00Z');
const check = (at: string) => checkOrderDates([{ field: 'lines.0.requestedAt', at: Date.parse(at) }], now);

it.each(['2026-03-05T00:00:00Z', '2026-03-01T00:00:00Z', '2025-03-10T00:00:00Z', '2031-03-01T00:00:00Z'])(
  'takes %s',
  (at) => expect(check(at)).toBeNull(),
);

it.each(['1970-01-21T12:00:00Z', '2000-01-01T00:00:00Z', '2025-03-01T00:00:00Z', '2031-03-20T00:00:00Z'])(
  'refuses %s with the value and what is possible',
  (at) =>
    expect(check(at)).toMatchObject({
      code: 'order.date',
      facts: {
        field: 'lines.0.requestedAt',
        value: new Date(at).toISOString(),
        from: '2025-03-03',
        to: '2031-03-08',
      },
    }),
);

it('does not check what was not sent', () =>
  expect(checkOrderDates([{ field: 'requestedAt', at: undefined }], now)).toBeNull());
