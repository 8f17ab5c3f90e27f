import { handoverRoutes, type HandoverSheet, type ReplyOf } from '@takt/contracts';
import { Button, EmptyState, ProblemError, useFactoryNow, useFormat, useRead, WhenLoaded } from '@takt/ui';
import { useState } from 'react';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { Close, Closed } from './handover-close';
import { Begun, OpenFigures, Stations } from './handover-figures';
import css from './handover-page.module.css';
import { LineFrame } from './line-frame';

type Preview = ReplyOf<typeof handoverRoutes.preview>;

const EVERY_MS = 15_000;
/** The shift before is shown first for so long after its end, where it was not handed over. */
const LATE_MS = 2 * 3_600_000;

const keyOf = ({ day, crew }: HandoverSheet) => `${day} ${crew}`;

/** Which shift it is that is handed over; another one may be on already. */
function Which({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const now = useFactoryNow(60_000);
  const isOver = Date.parse(sheet.endAt) <= now;
  return (
    <h2 className={css.shift}>
      {format.name(sheet)} · {format.span(sheet.startAt, sheet.endAt)}{' '}
      <small>{say(isOver ? 'handover.over' : 'handover.on')}</small>
    </h2>
  );
}

interface ChoiceProps {
  readonly shifts: readonly Preview[];
  readonly chosen: Preview;
  readonly onChoose: (key: string) => void;
}

/** The shift that is on, and the one before, which may still have to be handed over. */
function Choice({ shifts, chosen, onChoose }: ChoiceProps) {
  const say = useFloorText();
  const format = useFormat();
  return (
    <div className={css.choice} role="group" aria-label={say('line.handover')}>
      {shifts.map(({ sheet, closed }) => (
        <Button
          key={keyOf(sheet)}
          icon={closed ? 'lock' : undefined}
          pressed={keyOf(sheet) === keyOf(chosen.sheet)}
          onClick={() => onChoose(keyOf(sheet))}
        >
          {format.name(sheet)} {format.when(sheet.startAt)}
        </Button>
      ))}
    </div>
  );
}

/** A shift as it stands, and its handover. */
function Shift({
  preview,
  note,
  onNote,
}: {
  preview: Preview;
  note: string;
  onNote: (note: string) => void;
}) {
  const { sheet, closed, earlier, changedSince } = preview;
  return (
    <div className={css.page}>
      <div>
        {closed ? <Closed closed={closed} earlier={earlier} sheet={sheet} /> : null}
        <Stations sheet={sheet} />
        <Begun sheet={sheet} />
      </div>
      <aside className={css.aside}>
        <OpenFigures sheet={sheet} />
        {!closed || changedSince ? (
          <Close
            key={closed?.id ?? keyOf(sheet)}
            sheet={sheet}
            closed={closed ?? undefined}
            note={note}
            onNote={onNote}
          />
        ) : null}
      </aside>
    </div>
  );
}

/** The shift before another one; undefined: not loaded, or there is none. */
function useShiftBefore(line: string, sheet: HandoverSheet): Preview | undefined {
  const at = new Date(Date.parse(sheet.startAt) - 1).toISOString();
  return useRead(handoverRoutes.preview, { params: { line }, query: { at } }, { everyMs: EVERY_MS }).data;
}

/** The shift that is on and the one before: what is to be handed over comes first. */
function Shifts({ current }: { current: Preview }) {
  const { line } = useTerminal();
  const now = useFactoryNow(10_000);
  const before = useShiftBefore(line, current.sheet);
  const [picked, setPicked] = useState<string>();
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const shifts = before ? [before, current] : [current];
  const forgotten = before && !before.closed && now - Date.parse(before.sheet.endAt) < LATE_MS;
  const chosen = shifts.find(({ sheet }) => keyOf(sheet) === picked) ?? (forgotten ? before : current);
  const key = keyOf(chosen.sheet);
  return (
    <>
      <div className={css.top}>
        <Which sheet={chosen.sheet} />
        {shifts.length > 1 ? <Choice shifts={shifts} chosen={chosen} onChoose={setPicked} /> : null}
      </div>
      <Shift
        preview={chosen}
        note={notes[key] ?? ''}
        onNote={(note) => setNotes((kept) => ({ ...kept, [key]: note }))}
      />
    </>
  );
}

/** End of the shift: what was made, machine beside people, what is open; handed over by a supervisor, for good. */
export function HandoverPage() {
  const say = useFloorText();
  const { line } = useTerminal();
  const preview = useRead(handoverRoutes.preview, { params: { line } }, { everyMs: EVERY_MS });
  const { error } = preview;
  if (error instanceof ProblemError && error.problem.code === 'handover.no-shift')
    return (
      <LineFrame>
        <EmptyState title={say('handover.none')} hint={say('handover.none-hint')} />
      </LineFrame>
    );
  return (
    <LineFrame>
      <WhenLoaded of={preview}>{(current) => <Shifts current={current} />}</WhenLoaded>
    </LineFrame>
  );
}
