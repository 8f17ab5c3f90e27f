import { formatDuration, formatFromNow, formatLateness, formatPlanned, formatTimer } from './duration';

it.each([
  [0, '0 s'],
  [59.9, '59 s'],
  [60, '1 min'],
  [3599, '59 min'],
  [3600, '1 h'],
  [3900, '1 h 05 min'],
  [86_399, '23 h 59 min'],
  [86_400, '1 d'],
  [187_200, '2 d 4 h'],
  [-3900, '1 h 05 min'],
])('%d s is %s', (sec, text) => expect(formatDuration(sec, 'en')).toBe(text));
it('speaks Chinese', () => expect(formatDuration(3900, 'zh-CN')).toBe('1 小时 05 分'));
it('has no length for no value', () => expect(formatDuration(null, 'en')).toBe('–'));
it.each([
  [0, '0 min'],
  [1, '< 1 min'],
  [60, '1 min'],
  [3900, '1 h 05 min'],
])('%d s of a plan are %s', (sec, text) => expect(formatPlanned(sec, 'en')).toBe(text));
it.each([
  [5, '0:05'],
  [245, '4:05'],
  [3845, '1:04:05'],
  [-3, '0:00'],
])('a timer at %d s shows %s', (sec, text) => expect(formatTimer(sec)).toBe(text));
it('says how far away an instant is', () => {
  expect(formatFromNow(7200, 'en')).toBe('in 2 h');
  expect(formatFromNow(-720, 'en')).toBe('12 min ago');
  expect(formatFromNow(30, 'en')).toBe('now');
  expect(formatFromNow(7200, 'zh-CN')).toBe('2 小时后');
  expect(formatFromNow(-720, 'zh-CN')).toBe('12 分前');
});
it('says how late something is', () => {
  expect(formatLateness(3900, 'en')).toBe('1 h 05 min late');
  expect(formatLateness(-86_400, 'en')).toBe('1 d early');
  expect(formatLateness(3900, 'zh-CN')).toBe('晚 1 小时 05 分');
});
