import { Button, Form, Sheet, SheetActions, type ButtonProps, type SheetProps } from '@takt/ui';
import { useId, type ReactNode } from 'react';
import { useOfficeText } from '../lib/texts';

/** A form on a sheet of its own, with one button that sends it. */
export interface FormSheetProps extends Pick<SheetProps, 'title' | 'from' | 'wide' | 'onClose' | 'children'> {
  /** word on the button; save unless told */
  readonly send?: string;
  readonly kind?: ButtonProps['kind'];
  /** how sending goes */
  readonly write: { readonly error: unknown; readonly isPending: boolean };
  /** may it be sent as the fields are now? */
  readonly ready?: boolean;
  readonly onSend: () => void;
  /** names of the fields that show their own faults */
  readonly fields?: readonly string[];
  /** stands below the form and is not part of it */
  readonly below?: ReactNode;
}

/** Asks a few things and sends them; a refusal stands above the fields, and what was typed stays. */
export function FormSheet(props: FormSheetProps) {
  const { title, from, wide, onClose, children, send, kind = 'main', write, ready = true } = props;
  const { onSend, fields, below } = props;
  const say = useOfficeText();
  const form = useId();
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      {...(from && { from })}
      {...(wide && { wide })}
      actions={
        <SheetActions onCancel={onClose}>
          <Button kind={kind} type="submit" form={form} disabled={!ready || write.isPending}>
            {send ?? say('save')}
          </Button>
        </SheetActions>
      }
    >
      <Form id={form} onSubmit={() => ready && onSend()} error={write.error} {...(fields && { fields })}>
        {children}
      </Form>
      {below}
    </Sheet>
  );
}
