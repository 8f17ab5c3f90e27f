import { formatDay, formatSeconds, formatSentence, formatSpan, formatTime, formatWhen } from './instant';

const en = { language: 'en', timeZone: 'Europe/Amsterdam' } as const;
const zh = { language: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
const now = Date.parse('2026-03-11T08:00:00Z'); // a Wednesday

it('shows the time of the plant, not of the reader', () => {
  expect(formatTime('2026-03-11T13:05:00Z', en)).toBe('14:05');
  expect(formatTime('2026-03-11T13:05:00Z', zh)).toBe('21:05');
  expect(formatSeconds('2026-03-11T13:05:09Z', en)).toBe('14:05:09');
});
it('shows midnight as 00:00', () => expect(formatTime('2026-03-10T23:00:00Z', en)).toBe('00:00'));
it.each([
  ['2026-03-11T13:05:00Z', '14:05', '21:05'],
  ['2026-03-12T13:05:00Z', 'tomorrow 14:05', '明天 21:05'],
  ['2026-03-10T13:05:00Z', 'yesterday 14:05', '昨天 21:05'],
  ['2026-03-14T13:05:00Z', 'Sat 14:05', '周六 21:05'],
  ['2026-04-20T13:05:00Z', '20 Apr 15:05', '4月20日 21:05'],
  ['2027-04-20T13:05:00Z', '20 Apr 2027 15:05', '2027年4月20日 21:05'],
])('says %s as short as it is clear', (at, english, chinese) => {
  expect(formatWhen(at, en, now)).toBe(english);
  expect(formatWhen(at, zh, now)).toBe(chinese);
});
it('counts days by the calendar of the plant', () => {
  const lateEvening = Date.parse('2026-03-11T22:30:00Z');
  expect(formatWhen('2026-03-11T23:10:00Z', en, lateEvening)).toBe('tomorrow 00:10');
});
it('shows days', () => expect(formatDay('2026-03-12T13:05:00Z', en, now)).toBe('12 Mar'));
it('has no text for no instant', () => expect(formatWhen(null, en, now)).toBe('–'));
it('says the day of a stretch of time once', () => {
  const span = (from: string, to: string) => formatSpan(from, to, en, now);
  expect(span('2026-03-12T13:05:00Z', '2026-03-12T14:00:00Z')).toBe('tomorrow 14:05–15:00');
  expect(span('2026-03-11T13:05:00Z', '2026-03-12T14:00:00Z')).toBe('14:05–tomorrow 15:00');
  expect(formatSpan(null, null, en, now)).toBe('–');
});

it('says the instants of a sentence in the time of the reader', () => {
  const until = new Date(now).toISOString();
  expect(formatSentence(`Frozen until ${until}.`, en, now)).toBe(`Frozen until ${formatWhen(now, en, now)}.`);
  expect(formatSentence('Work order W-2026-03 T10', en, now)).toBe('Work order W-2026-03 T10');
});
