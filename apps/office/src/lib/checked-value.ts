import type { Check } from '@takt/contracts';
import { useFormat } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText } from './texts';
import { useNames } from './use-names';

/** Writes what was found by a check: a number with its unit, yes or no, the answer that was chosen, or the text. */
export function useCheckedValue(): (check: Pick<Check, 'kind' | 'value' | 'unit'>) => string {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () =>
      ({ kind, value, unit }) => {
        if (kind === 'yes-no') return say(value === 'yes' ? 'set-up.yes' : 'set-up.no');
        if (kind === 'choice') return names.parameter(value);
        const said = kind === 'number' ? format.number(value, 2) : value;
        return [said, unit].filter(Boolean).join(' ');
      },
    [say, format, names],
  );
}
