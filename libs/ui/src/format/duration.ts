import type { Language } from '@takt/contracts';
import { NO_VALUE } from './number';

const units = {
  en: { d: ' d', h: ' h', min: ' min', s: ' s' },
  'zh-CN': { d: ' 天', h: ' 小时', min: ' 分', s: ' 秒' },
} as const;

/**
 * A length of time in the two units that matter: `45 s`, `42 min`, `3 h 05 min`, `2 d 4 h`.
 * @param sec seconds; its sign is ignored
 * @param language language of the reader
 */
export function formatDuration(sec: number | null | undefined, language: Language): string {
  if (sec === null || sec === undefined || !Number.isFinite(sec)) return NO_VALUE;
  const word = units[language];
  const whole = Math.floor(Math.abs(sec));
  if (whole < 60) return `${whole}${word.s}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}${word.min}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    const rest = String(minutes % 60).padStart(2, '0');
    return minutes % 60 === 0 ? `${hours}${word.h}` : `${hours}${word.h} ${rest}${word.min}`;
  }
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days}${word.d}` : `${days}${word.d} ${hours % 24}${word.h}`;
}

/**
 * A length of time of a plan, in nothing finer than minutes: `0 min`, `< 1 min`, `42 min`, `3 h 05 min`.
 * @param sec seconds; its sign is ignored
 * @param language language of the reader
 */
export function formatPlanned(sec: number | null | undefined, language: Language): string {
  const size = Math.abs(sec ?? 0);
  if (sec === null || sec === undefined || size >= 60) return formatDuration(sec, language);
  return `${size > 0 ? '< 1' : '0'}${units[language].min}`;
}

/**
 * A running timer: `4:05`, `1:04:05`.
 * @param sec seconds; below 0 counts as 0
 */
export function formatTimer(sec: number): string {
  const whole = Math.max(0, Math.floor(sec));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/**
 * How far an instant is from now: `in 2 h`, `12 min ago`; less than a minute is now.
 * @param sec seconds from now, negative in the past
 * @param language language of the reader
 */
export function formatFromNow(sec: number, language: Language): string {
  const chinese = language === 'zh-CN';
  if (Math.abs(sec) < 60) return chinese ? '现在' : 'now';
  const length = formatDuration(sec, language);
  if (sec < 0) return chinese ? `${length}前` : `${length} ago`;
  return chinese ? `${length}后` : `in ${length}`;
}

/**
 * How late or early something is against its date: `3 h 05 min late`, `2 d early`.
 * @param sec seconds after the date, negative before it
 * @param language language of the reader
 */
export function formatLateness(sec: number, language: Language): string {
  const length = formatPlanned(sec, language);
  if (language === 'zh-CN') return sec > 0 ? `晚 ${length}` : `早 ${length}`;
  return sec > 0 ? `${length} late` : `${length} early`;
}
