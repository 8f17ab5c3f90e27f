import { Button, Form, Sheet, SheetActions, TextField, useWrite, showToast } from '@takt/ui';
import type { Route } from '@takt/contracts';
import { useId, useState, type ReactNode } from 'react';
import { bodyOfDraft, draftOf, type FieldSpec } from '../lib/record';
import { useOfficeText } from '../lib/texts';
import { RecordFields } from './record-fields';
import { RemoveRecord } from './remove-record';

/** A record that is looked at and changed. */
export interface RecordSheetProps {
  readonly title: string;
  /** the route that creates or replaces it; its only parameter is the id */
  readonly route: Route;
  /** name of the route's parameter */
  readonly idParam: string;
  readonly fields: readonly FieldSpec[];
  /** what is stored; undefined: a new one, which asks for its id */
  readonly record:
    (Readonly<Record<string, unknown>> & { readonly id: string; readonly revision: number }) | undefined;
  /** what a new one begins with */
  readonly blank: Readonly<Record<string, unknown>>;
  /** the route that deletes it, where that can be done */
  readonly remove?: Route | undefined;
  readonly readOnly?: boolean;
  readonly onClose: () => void;
  /** more about the stored record, below its fields */
  readonly children?: ReactNode;
}

/** What the record holds that no field shows; never its id and revision. */
function besideOf(record: Readonly<Record<string, unknown>>, fields: readonly FieldSpec[]) {
  const shown = new Set([...fields.map(({ key }) => key), 'id', 'revision']);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !shown.has(key)));
}

/** Shows a record and changes it: what was read is compared with what is stored, so that nobody overwrites another's change. */
export function RecordSheet(props: RecordSheetProps) {
  const { title, route, idParam, fields, record, blank, remove, readOnly, onClose, children } = props;
  const say = useOfficeText();
  const form = useId();
  const write = useWrite(route);
  const start = record ?? blank;
  const [id, setId] = useState(record?.id ?? '');
  const [draft, setDraft] = useState(() => draftOf(start, fields));
  const submit = () => {
    if (id === '' || readOnly) return;
    const body = bodyOfDraft(draft, fields, besideOf(start, fields));
    write.mutate(
      {
        request: { params: { [idParam]: id }, body },
        ...(record && { options: { ifMatch: record.revision } }),
      },
      {
        onSuccess: () => {
          showToast({ text: say('saved', { id }), tone: 'green' });
          onClose();
        },
      },
    );
  };
  const actions = readOnly ? undefined : (
    <SheetActions onCancel={onClose}>
      <Button kind="main" type="submit" form={form} disabled={id === '' || write.isPending}>
        {say('save')}
      </Button>
    </SheetActions>
  );
  return (
    <Sheet open wide onClose={onClose} title={title} actions={actions}>
      <Form id={form} onSubmit={submit} error={write.error} fields={fields.map(({ key }) => key)}>
        {record ? null : (
          <TextField
            label={say('set-up.id')}
            value={id}
            onValue={setId}
            hint={say('set-up.id-hint')}
            required
          />
        )}
        <RecordFields
          fields={fields}
          draft={draft}
          onChange={(key, value) => setDraft((before) => ({ ...before, [key]: value }))}
        />
      </Form>
      {children}
      {record && remove && !readOnly ? (
        <RemoveRecord route={remove} params={{ [idParam]: record.id }} onDone={onClose} />
      ) : null}
    </Sheet>
  );
}
