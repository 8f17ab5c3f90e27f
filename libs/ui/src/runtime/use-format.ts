import { nameIn, type Named } from '@takt/contracts';
import { useMemo } from 'react';
import { formatDuration, formatFromNow, formatLateness, formatPlanned } from '../format/duration';
import {
  formatDay,
  formatSeconds,
  formatSentence,
  formatSpan,
  formatTime,
  formatWhen,
  type InstantLike,
  type Place,
} from '../format/instant';
import { formatDifference, formatMoney, formatNumber, formatPercent, formatQty } from '../format/number';
import { useLook } from './use-look';
import { useRuntime } from './runtime-context';
import { useSession } from './use-session';

/** Units that are words, not signs, have a word in every language. */
const unitWords: Readonly<Record<string, string>> = {
  pcs: '件',
  pc: '个',
  box: '箱',
  h: '小时',
  min: '分钟',
  days: '天',
  s: '秒',
  ms: '毫秒',
};
const unitIds = new Map(Object.entries(unitWords).map(([id, word]) => [word, id]));

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Writes values for the reader: in the language of the device, the time zone and the currency of the plant. */
export function useFormat() {
  const { clock } = useRuntime();
  const [{ language }] = useLook();
  const plant = useSession()?.plant;
  const timeZone = plant?.timeZone ?? browserZone;
  const currency = plant?.currency ?? 'EUR';
  return useMemo(() => {
    const place: Place = { language, timeZone };
    return {
      place,
      qty: (value: number | string | null | undefined) => formatQty(value, language),
      number: (value: number | string | null | undefined, decimals?: number) =>
        formatNumber(value, language, decimals),
      percent: (share: number | null | undefined, decimals?: number) =>
        formatPercent(share, language, decimals),
      difference: (value: number | null | undefined, decimals?: number) =>
        formatDifference(value, language, decimals),
      money: (value: number | string | null | undefined) => formatMoney(value, currency, language),
      duration: (sec: number | null | undefined) => formatDuration(sec, language),
      planned: (sec: number | null | undefined) => formatPlanned(sec, language),
      lateness: (sec: number) => formatLateness(sec, language),
      fromNow: (sec: number) => formatFromNow(sec, language),
      time: (at: InstantLike) => formatTime(at, place),
      seconds: (at: InstantLike) => formatSeconds(at, place),
      day: (at: InstantLike) => formatDay(at, place, clock.now()),
      when: (at: InstantLike) => formatWhen(at, place, clock.now()),
      /** a sentence of core, its instants as the reader writes them */
      sentence: (text: string) => formatSentence(text, place, clock.now()),
      span: (startAt: InstantLike, endAt: InstantLike) => formatSpan(startAt, endAt, place, clock.now()),
      unit: (unit: string) => (language === 'zh-CN' ? (unitWords[unit] ?? unit) : unit),
      /** the unit as it is stored, of what a reader has typed */
      storedUnit: (typed: string) => unitIds.get(typed) ?? typed,
      name: (thing: Named) => nameIn(thing, language),
    };
  }, [language, timeZone, currency, clock]);
}

/** What {@link useFormat} gives. */
export type Format = ReturnType<typeof useFormat>;
