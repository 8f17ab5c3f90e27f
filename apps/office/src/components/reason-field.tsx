import { TextField } from '@takt/ui';
import type { ComponentProps } from 'react';
import { useOfficeText } from '../lib/texts';

/** Why something is done that others will ask about; the audit keeps it. */
export function ReasonField(props: Omit<ComponentProps<typeof TextField>, 'label' | 'name'>) {
  const say = useOfficeText();
  return <TextField label={say('orders.reason')} name="reason" {...props} />;
}
