import { TRACE_KINDS, TraceKind, traceRoutes } from '@takt/contracts';
import { Button, EmptyState, TextField, useRead, WhenLoaded } from '@takt/ui';
import { useState } from 'react';
import { Route, Routes, useNavigate, useParams } from 'react-router';
import { Chips } from '../../components/chips';
import { PageHead } from '../../components/page-head';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { RecallSection } from './recall-section';
import { addressOfTrace } from './trace-address';
import { TracePicture } from './trace-picture';
import { LinkTable, WorkTable } from './trace-tables';
import css from './trace.module.css';

/** Asks what to trace. */
function Ask({ kind: start, id: known }: { kind: TraceKind; id: string }) {
  const say = useOfficeText();
  const go = useNavigate();
  const [kind, setKind] = useState(start);
  const [id, setId] = useState(known);
  return (
    <form
      className={css.form}
      data-print="no"
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() !== '') void go(addressOfTrace({ kind, id: id.trim() }));
      }}
    >
      <Chips
        label={say('trace.what')}
        chips={TRACE_KINDS.map((key) => ({ key, label: say(`trace.kind.${key}`) }))}
        chosen={kind}
        onChoose={setKind}
      />
      <TextField label={say('trace.id')} value={id} onValue={setId} />
      <Button kind="main" type="submit" icon="search" disabled={id.trim() === ''}>
        {say('trace.follow')}
      </Button>
    </form>
  );
}

function Found({ kind, id }: { kind: TraceKind; id: string }) {
  const say = useOfficeText();
  const trace = useRead(traceRoutes.trace, { params: { kind, id } });
  return (
    <WhenLoaded of={trace}>
      {(found) => (
        <>
          <Section
            title={say('trace.picture')}
            note={found.complete ? say('trace.picture-hint') : say('trace.not-complete')}
          >
            <TracePicture trace={found} />
          </Section>
          {kind === 'lot' ? <RecallSection lot={id} /> : null}
          <LinkTable trace={found} />
          <WorkTable operations={found.operations} />
        </>
      )}
    </WhenLoaded>
  );
}

function TraceView() {
  const { kind = '', id = '' } = useParams();
  const known = TraceKind.safeParse(kind);
  return <TraceOf kind={known.data} id={id} />;
}

function TraceOf({ kind, id }: { kind: TraceKind | undefined; id: string }) {
  const say = useOfficeText();
  return (
    <>
      <PageHead title={kind && id !== '' ? `${say(`trace.kind.${kind}`)} ${id}` : say('nav.trace')} />
      <Ask key={`${kind} ${id}`} kind={kind ?? 'lot'} id={id} />
      {kind && id !== '' ? (
        <Found kind={kind} id={id} />
      ) : (
        <EmptyState title={say('trace.none')} hint={say('trace.none-hint')} />
      )}
    </>
  );
}

/** Where something came from, and who got it: as a picture, as a list, and whom to call when it is bad. */
export default function TracePage() {
  return (
    <Routes>
      <Route index element={<TraceOf kind={undefined} id="" />} />
      <Route path=":kind/:id" element={<TraceView />} />
    </Routes>
  );
}
