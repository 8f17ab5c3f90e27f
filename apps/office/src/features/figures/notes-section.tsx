import { kpiRoutes, type KpiAnnotation } from '@takt/contracts';
import {
  Button,
  EmptyState,
  showError,
  useFactoryNow,
  useFormat,
  useRead,
  useUiText,
  useWrite,
  WhenLoaded,
} from '@takt/ui';
import { TextField } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import css from './figures.module.css';
import type { Scope } from './use-scope';

const MINUTE = 60_000;

/** Writes a note at the end of what is looked at, or now. */
function NoteSheet({ kpi, scope, onClose }: { kpi: string; scope: Scope; onClose: () => void }) {
  const say = useOfficeText();
  const now = useFactoryNow(MINUTE);
  const write = useWrite(kpiRoutes.annotate);
  const [text, setText] = useState('');
  const at = new Date(Math.min(now, Date.parse(scope.window.to) - MINUTE)).toISOString();
  return (
    <FormSheet
      from="centre"
      title={say('notes.write')}
      write={write}
      ready={text.trim() !== ''}
      fields={['text']}
      onClose={onClose}
      onSend={() =>
        write.mutate({ request: { body: { kpi, at, text: text.trim() } } }, { onSuccess: onClose })
      }
    >
      <TextField
        label={say('notes.text')}
        name="text"
        value={text}
        onValue={setText}
        hint={say('notes.hint')}
        required
      />
    </FormSheet>
  );
}

function Note({ note }: { note: KpiAnnotation }) {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const may = useMay(kpiRoutes.removeAnnotation);
  const remove = useWrite(kpiRoutes.removeAnnotation);
  const drop = () =>
    remove.mutate(
      { request: { params: { annotation: note.id } } },
      { onError: (error) => showError(error, ui('page.no-reply')) },
    );
  return (
    <li className={css.written}>
      <span className={css.note}>{format.when(note.at)}</span>
      <span>{note.text}</span>
      <span className={css.note}>{note.writtenBy}</span>
      {may ? (
        <Button kind="bare" icon="cross" disabled={remove.isPending} onClick={drop}>
          {say('notes.remove')}
        </Button>
      ) : null}
    </li>
  );
}

/** What people have noted at times of the window: of this figure, and of all figures. */
export function NotesSection({ kpi, scope }: { kpi: string; scope: Scope }) {
  const say = useOfficeText();
  const may = useMay(kpiRoutes.annotate);
  const [writing, setWriting] = useState(false);
  const { from, to } = scope.window;
  const notes = useRead(kpiRoutes.annotations, { query: { from, to, kpi } }, { keep: true });
  const add = (
    <Button icon="plus" onClick={() => setWriting(true)}>
      {say('notes.write')}
    </Button>
  );
  return (
    <Section title={say('notes.title')} actions={may ? add : undefined}>
      <WhenLoaded of={notes}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={say('notes.none')} hint={say('notes.none-hint')} />
          ) : (
            <ul className={css.notes}>
              {list.map((note) => (
                <Note key={note.id} note={note} />
              ))}
            </ul>
          )
        }
      </WhenLoaded>
      {writing ? <NoteSheet kpi={kpi} scope={scope} onClose={() => setWriting(false)} /> : null}
    </Section>
  );
}
