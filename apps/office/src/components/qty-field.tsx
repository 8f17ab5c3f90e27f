import { NumberField } from '@takt/ui';
import type { ComponentProps } from 'react';
import { useOfficeText } from '../lib/texts';
import { useNames } from '../lib/use-names';

interface QtyFieldProps extends Omit<
  ComponentProps<typeof NumberField>,
  'label' | 'name' | 'unit' | 'decimals'
> {
  /** empty: not chosen yet */
  readonly item: string;
}

/** How much of an item, in its unit. */
export function QtyField({ item, ...props }: QtyFieldProps) {
  const say = useOfficeText();
  const names = useNames();
  return <NumberField label={say('orders.qty')} name="qty" unit={names.unit(item)} decimals={3} {...props} />;
}
