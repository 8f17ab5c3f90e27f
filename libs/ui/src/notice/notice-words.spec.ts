import type { Notice } from '@takt/contracts';
import type { Say, UiKey } from '../i18n/texts';
import en from '../i18n/texts/en.json';
import zh from '../i18n/texts/zh-CN.json';
import { loginsToo, noticeWords, type NoticeReader } from './notice-words';

const sayer =
  (texts: Record<string, string>): Say<UiKey> =>
  (key, values = {}) =>
    (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
const stations: Record<string, string> = { 'oven-1': 'Oven 1', 'oven-2': 'Oven 2' };
const names = {
  station: (id: string) => stations[id] ?? id,
  item: (id: string) => (id === 'RYE' ? 'Rye loaf' : id),
  worker: (id: string) => (id === 'W7' ? 'Ann' : id),
};
const reader = (language: 'en' | 'zh-CN'): NoticeReader => ({
  say: sayer(language === 'en' ? en : zh),
  place: { language, timeZone: 'Europe/Amsterdam' },
  nowMs: Date.parse('2026-03-11T08:00:00Z'),
  names,
});
const notice = {
  kind: 'operation-moved',
  operation: 'WO-1.20',
  item: 'RYE',
  from: { station: 'oven-1', startAt: '2026-03-11T09:00:00Z', endAt: '2026-03-11T10:30:00Z' },
  to: { station: 'oven-2', startAt: '2026-03-11T09:40:00Z', endAt: '2026-03-11T11:10:00Z' },
  trigger: { kind: 'station-down', at: '2026-03-11T07:59:00Z', subject: 'oven-1', facts: {} },
  text: null,
  by: 'takt',
} as unknown as Notice;

it('says what, old → new, from when, why, by whom', () => {
  expect(noticeWords(notice, reader('en'))).toEqual({
    title: 'Your work has changed',
    what: 'WO-1.20 · Rye loaf',
    change: { from: 'Oven 1 10:00–11:30', to: 'Oven 2 10:40–12:10' },
    effective: '10:40',
    why: 'Oven 1 is down',
    by: 'Takt, automatic replan',
  });
});
it('says it in Chinese', () => {
  const words = noticeWords(notice, reader('zh-CN'));
  expect([words.title, words.why, words.by]).toEqual(['您的任务已变更', 'Oven 1 停机', 'Takt 自动重排']);
});
it('leaves the station out when only the time changes, and names the person', () => {
  const later = { ...notice, to: { ...notice.to, station: 'oven-1' }, by: 'W7' } as Notice;
  expect(noticeWords(later, reader('en'))).toMatchObject({
    change: { from: '10:00–11:30', to: '10:40–12:10' },
    by: 'Ann',
  });
});
it('says that there was nothing before', () => {
  expect(noticeWords({ ...notice, from: null }, reader('en')).change).toEqual({
    from: 'nothing',
    to: 'Oven 2 10:40–12:10',
  });
});
it('names the day when work goes over midnight', () => {
  const long = { ...notice, to: { ...notice.to, endAt: '2026-03-12T05:00:00Z' } } as Notice;
  expect(noticeWords(long, reader('en')).change?.to).toBe('Oven 2 10:40–tomorrow 06:00');
});
it('shows a message as it was written', () => {
  const message = {
    ...notice,
    kind: 'message',
    from: null,
    to: null,
    trigger: null,
    text: 'Fire drill at 3',
  } as Notice;
  expect(noticeWords(message, reader('en'))).toMatchObject({
    title: 'Message',
    what: 'Fire drill at 3',
    change: undefined,
    effective: undefined,
  });
});

it('names the person behind a login: as a worker where they are one, so that it is in the language of the reader', () => {
  const name = loginsToo(names.worker, [
    { id: 'u1', login: 'planner', name: 'Ding Wen', worker: null },
    { id: 'u2', login: 'lead', name: 'Ann Smith', worker: 'W7' },
    { id: 'u3', login: 'left', name: 'Bo', worker: 'W9' },
  ]);
  expect(['planner', 'u1', 'lead', 'left', 'W7', 'W8'].map(name)).toEqual([
    'Ding Wen',
    'Ding Wen',
    'Ann',
    'Bo',
    'Ann',
    'W8',
  ]);
});
it('names the person whose shift has changed', () => {
  const trigger = { kind: 'shift-changed', at: '2026-03-11T07:59:00Z', subject: 'W7', facts: {} } as const;
  expect(noticeWords({ ...notice, trigger }, reader('en')).why).toBe('Shifts changed: Ann');
});
