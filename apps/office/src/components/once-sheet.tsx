import { Button, Form, Sheet, SheetActions } from '@takt/ui';
import { useId, type ReactNode } from 'react';
import { useOfficeText } from '../lib/texts';

/** Something that is made of a few fields and then shown a single time. */
export interface OnceSheetProps<T> {
  readonly title: string;
  /** word on the button that makes it */
  readonly make: string;
  readonly write: { readonly data: T | undefined; readonly error: unknown; readonly isPending: boolean };
  /** may it be made as the fields are now? */
  readonly ready: boolean;
  readonly onMake: () => void;
  readonly onClose: () => void;
  /** names of the fields that can be faulty */
  readonly fields: readonly string[];
  /** shows what was made */
  readonly show: (made: T) => ReactNode;
  readonly children: ReactNode;
}

/** Makes something that carries a secret: its fields first, then what was made, until it is noted. */
export function OnceSheet<T>(props: OnceSheetProps<T>) {
  const { title, make, write, ready, onMake, onClose, fields, show, children } = props;
  const say = useOfficeText();
  const form = useId();
  const made = write.data;
  const actions = made ? (
    <Button kind="main" onClick={onClose}>
      {say('devices.noted')}
    </Button>
  ) : (
    <SheetActions onCancel={onClose}>
      <Button kind="main" type="submit" form={form} disabled={!ready || write.isPending}>
        {make}
      </Button>
    </SheetActions>
  );
  return (
    <Sheet open onClose={onClose} title={title} actions={actions}>
      {made ? (
        show(made)
      ) : (
        <Form id={form} onSubmit={() => ready && onMake()} error={write.error} fields={fields}>
          {children}
        </Form>
      )}
    </Sheet>
  );
}
