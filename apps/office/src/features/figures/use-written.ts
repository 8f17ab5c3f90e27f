import { NOT_ANNUALISED } from '@takt/kpi';
import { useFormat } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import type { Step } from './period';

/** Units that are words. */
const unitKeys: Readonly<Record<string, OfficeKey>> = {
  turns: 'unit.turns',
  days: 'unit.days',
  h: 'unit.h',
  min: 'unit.min',
  orders: 'unit.orders',
  'pcs/h': 'unit.pcs-per-h',
  'pcs/shift': 'unit.pcs-per-shift',
  'money/shift': 'unit.per-shift',
};

/** Turns of some days are small. */
const SHORT_DECIMALS = 2;

const inMoney = (unit: string) => unit === 'money' || unit === 'money/shift';

/** Writes values of figures and their units for the reader. */
export function useWritten() {
  const format = useFormat();
  const say = useOfficeText();
  return useMemo(() => {
    const word = (unit: string) => {
      const key = unitKeys[unit];
      return key ? say(key) : format.unit(unit);
    };
    const written = (value: number | null, unit: string): string => {
      if (inMoney(unit)) return format.money(value);
      if (unit === 's') return format.duration(value);
      const size = Math.abs(value ?? 0);
      return format.number(value, size >= 1000 ? 0 : unit === 'turns' && size < 1 ? SHORT_DECIMALS : 1);
    };
    const unitOf = (unit: string, note: string | null = null, step?: Step): string => {
      if (unit === 'turns' && note === NOT_ANNUALISED)
        return say(step ? `unit.turns-of.${step}` : 'unit.turns-window');
      return unit === 'money' || unit === 's' ? '' : word(unit);
    };
    return {
      value: written,
      /** the unit; turns of a short window are not those of a year, be it the whole or a step of the time axis */
      unit: unitOf,
      /** the value with its unit */
      whole: (value: number | null, unit: string, note: string | null = null): string =>
        `${written(value, unit)} ${unitOf(unit, note)}`.trim(),
      /** a difference; of percentages it is in points */
      difference: (value: number, unit: string, note: string | null = null): string => {
        if (inMoney(unit)) return `${value > 0 ? '+' : ''}${format.money(value)}`;
        if (unit === 's') return `${value > 0 ? '+' : '−'}${format.duration(value)}`;
        if (unit === '%') return `${format.difference(value, 1)} ${say('unit.points')}`;
        const isShort = unit === 'turns' && note === NOT_ANNUALISED;
        const decimals = isShort ? SHORT_DECIMALS : 1;
        return `${format.difference(value, decimals)} ${isShort ? say('unit.turns-window') : word(unit)}`;
      },
    };
  }, [format, say]);
}

/** What {@link useWritten} gives. */
export type Written = ReturnType<typeof useWritten>;
