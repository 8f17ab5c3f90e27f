import { newCommandId, showToast } from '@takt/ui';
import { useState } from 'react';
import { Facts, type FactsProps } from './facts';
import { FormSheet, type FormSheetProps } from './form-sheet';
import { ReasonField } from './reason-field';

interface TakeBackProps extends Pick<FormSheetProps, 'title' | 'write' | 'onClose'>, FactsProps {
  readonly send: string;
  /** said when it is done */
  readonly done: string;
  readonly hint?: string;
  /** sends the counter-entry */
  readonly onSend: (
    body: { readonly commandId: string; readonly reason: string },
    options: { readonly onSuccess: () => void },
  ) => void;
}

/** Asks why something is taken back, and has it taken back by its counter-entry. */
export function TakeBackSheet({ title, facts, send, done, hint, write, onSend, onClose }: TakeBackProps) {
  const [commandId] = useState(newCommandId);
  const [reason, setReason] = useState('');
  const onSuccess = () => {
    showToast({ text: done, tone: 'green' });
    onClose();
  };
  return (
    <FormSheet
      from="centre"
      title={title}
      onClose={onClose}
      send={send}
      kind="danger"
      write={write}
      ready={reason.trim() !== ''}
      onSend={() => onSend({ commandId, reason }, { onSuccess })}
      fields={['reason']}
    >
      <Facts facts={facts} />
      <ReasonField value={reason} onValue={setReason} required />
      {hint === undefined ? null : <p>{hint}</p>}
    </FormSheet>
  );
}
