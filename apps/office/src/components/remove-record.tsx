import type { Route } from '@takt/contracts';
import { Button, FormNote, showToast, useWrite } from '@takt/ui';
import { useOfficeText } from '../lib/texts';
import { Section } from './section';

/** A record that may be deleted. */
export interface RemoveRecordProps {
  /** the route that deletes it */
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  /** on the button; unless told, that it is deleted if nothing uses it */
  readonly word?: string;
  readonly onDone: () => void;
}

/** Deletes a record; core refuses when something uses it. */
export function RemoveRecord({ route, params, word, onDone }: RemoveRecordProps) {
  const say = useOfficeText();
  const remove = useWrite(route);
  const run = () =>
    remove.mutate(
      { request: { params } },
      {
        onSuccess: () => {
          showToast({ text: say('removed', { id: Object.values(params).join() }), tone: 'green' });
          onDone();
        },
      },
    );
  return (
    <Section title={say('remove')}>
      {remove.error ? <FormNote error={remove.error} /> : null}
      <p>
        <Button kind="danger" onClick={run} disabled={remove.isPending}>
          {word ?? say('remove-unused')}
        </Button>
      </p>
    </Section>
  );
}
