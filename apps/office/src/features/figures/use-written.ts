import { useFormat } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText, type OfficeKey } from '../../lib/texts';

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

const inMoney = (unit: string) => unit === 'money' || unit === 'money/shift';

/** Writes values of figures and their units for the reader. */
export function useWritten() {
  const format = useFormat();
  const say = useOfficeText();
  return useMemo(
    () => ({
      value: (value: number | null, unit: string): string => {
        if (inMoney(unit)) return format.money(value);
        if (unit === 's') return format.duration(value);
        const size = Math.abs(value ?? 0);
        // Turns of some days are small.
        return format.number(value, size >= 1000 ? 0 : unit === 'turns' && size < 1 ? 2 : 1);
      },
      /** the unit; turns of a short window are not those of a year */
      unit: (unit: string, note: string | null = null): string => {
        if (unit === 'turns' && note === 'not-annualised') return say('unit.turns-window');
        if (unit === 'money' || unit === 's') return '';
        const key = unitKeys[unit];
        return key ? say(key) : format.unit(unit);
      },
      /** a difference; of percentages it is in points */
      difference: (value: number, unit: string): string => {
        const word = unit === '%' ? say('unit.points') : (unitKeys[unit] && say(unitKeys[unit])) || unit;
        if (inMoney(unit)) return `${value > 0 ? '+' : ''}${format.money(value)}`;
        if (unit === 's') return `${value > 0 ? '+' : '−'}${format.duration(value)}`;
        return `${format.difference(value, 1)} ${word}`;
      },
    }),
    [format, say],
  );
}

/** What {@link useWritten} gives. */
export type Written = ReturnType<typeof useWritten>;
