import { handoverRoutes, type Handover, type HandoverSheet } from '@takt/contracts';
import { isEarlyHandover } from '@takt/production';
import { Button, Icon, newCommandId, Sheet, useFactoryNow, useFormat, useWrite } from '@takt/ui';
import { useId, useState } from 'react';
import { useNames } from '../../lib/names';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { Answer, DecideButton } from './decide';
import css from './handover-page.module.css';
import { madeSince } from './made-since';
import { useDecider } from './use-line';

/** What was entered since the shift was handed over. */
function Since({ closed, sheet }: { closed: Handover; sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const made = madeSince(closed.sheet.stations, sheet.stations);
  if (made.length === 0) return null;
  return (
    <section className={css.since}>
      <h3>{say('handover.since', { time: format.when(closed.closedAt) })}</h3>
      <ul>
        {made.map(({ station, kind, qty }) => (
          <li key={`${station} ${kind}`}>
            {names.station(station)}:{' '}
            <strong>
              {qty > 0 ? '+' : ''}
              {format.qty(qty)}
            </strong>{' '}
            {say(`made.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One handover: by whom, when, with what note. */
function Told({ one }: { one: Omit<Handover, 'sheet'> }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const name = names.worker(one.worker ?? one.closedBy);
  return (
    <p>
      <Icon name="lock" /> {say('handover.closed', { name, time: format.when(one.closedAt) })}
      {one.no > 1 ? ` · ${say('handover.supplement-no', { no: one.no - 1 })}` : ''}
      {one.note ? ` · ${one.note}` : ''}
    </p>
  );
}

interface ClosedProps {
  readonly closed: Handover;
  readonly earlier: readonly Omit<Handover, 'sheet'>[];
  readonly sheet: HandoverSheet;
}

/** A shift that was handed over, all supplements to that, and what came after. */
export function Closed({ closed, earlier, sheet }: ClosedProps) {
  return (
    <div className={css.closed} role="status">
      {[...earlier, closed].map((one) => (
        <Told key={one.id} one={one} />
      ))}
      <Since closed={closed} sheet={sheet} />
    </div>
  );
}

interface CloseProps {
  readonly sheet: HandoverSheet;
  /** what was handed over already; undefined: nothing */
  readonly closed: Handover | undefined;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** Asks whoever hands a shift over long before its end whether that is meant. */
function Early({
  sheet,
  onYes,
  onNo,
}: {
  sheet: HandoverSheet;
  onYes: (token: string) => void;
  onNo: () => void;
}) {
  const say = useFloorText();
  const format = useFormat();
  const now = useFactoryNow();
  const leftSec = Math.max(0, (Date.parse(sheet.endAt) - now) / 1000);
  return (
    <Sheet
      open
      from="centre"
      title={say('handover.early', { shift: format.name(sheet), time: format.planned(leftSec) })}
      onClose={onNo}
      actions={
        <>
          <Button onClick={onNo}>{say('handover.early-no')}</Button>
          <DecideButton word={say('handover.early-yes')} disabled={false} onDecide={onYes} />
        </>
      }
    >
      <p className={css.early}>
        {say('handover.early-hint', { time: format.time(Date.parse(sheet.endAt)) })}
      </p>
    </Sheet>
  );
}

/** Hands a shift over for good; a supplement to it where it was handed over before. */
function useHandOver({ sheet, closed, note, onNote }: CloseProps) {
  const decider = useDecider();
  const close = useWrite(handoverRoutes.close);
  const [commandId] = useState(newCommandId);
  const { line, day, crew } = sheet;
  const send = (token: string) =>
    close.mutate(
      {
        request: {
          params: { line },
          body: {
            ...{ commandId, day, crew, note },
            ...(decider && { worker: decider.worker }),
            ...(closed && { supplements: closed.id }),
          },
        },
        options: { token, idempotencyKey: commandId },
      },
      { onSuccess: () => onNote('') },
    );
  return { send, error: close.error, busy: close.isPending };
}

/** Notes for the next shift, and the end of this one, for good; give it a key per handover. */
export function Close(props: CloseProps) {
  const { sheet, closed, note, onNote } = props;
  const say = useFloorText();
  const id = useId();
  const now = useFactoryNow(10_000);
  const { send, error, busy } = useHandOver(props);
  const [asked, setAsked] = useState(false);
  const early = !closed && isEarlyHandover(Date.parse(sheet.endAt), now);
  const yes = (token: string) => {
    setAsked(false);
    send(token);
  };
  return (
    <section className={css.close}>
      <label htmlFor={id}>{say(closed ? 'handover.supplement-note' : 'handover.note')}</label>
      <textarea
        id={id}
        className={css.note}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
      <Answer error={error} />
      <DecideButton
        word={say(closed ? 'handover.supplement' : 'handover.close')}
        disabled={busy || (closed !== undefined && note.trim() === '')}
        onDecide={(token) => once(() => (early ? setAsked(true) : send(token)))()}
      />
      {asked ? <Early sheet={sheet} onYes={yes} onNo={() => setAsked(false)} /> : null}
    </section>
  );
}
