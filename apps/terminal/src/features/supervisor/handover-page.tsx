import { handoverRoutes, type Handover, type HandoverSheet } from '@takt/contracts';
import {
  EmptyState,
  Figure,
  Icon,
  newCommandId,
  ProblemError,
  useFactoryNow,
  useFormat,
  useRead,
  useWrite,
  WhenLoaded,
} from '@takt/ui';
import { useId, useState } from 'react';
import { useNames } from '../../lib/names';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { Answer, DecideButton } from './decide';
import css from './handover-page.module.css';
import { LineFrame } from './line-frame';
import { useDecider, useLineNotices } from './use-line';

const EVERY_MS = 15_000;

/** What is open on the line and passes to the next shift. */
function OpenFigures({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const notices = useLineNotices().data?.items.length ?? 0;
  const unbalanced = sheet.items.filter(({ balanced }) => !balanced).length;
  return (
    <div className={css.figures}>
      <Figure size={3} label={say('handover.calls')} value={format.qty(sheet.openCalls.length)} />
      <Figure size={3} label={say('line.stops')} value={format.qty(sheet.unexplainedStops.length)} />
      <Figure size={3} label={say('handover.notices')} value={format.qty(notices)} />
      <Figure
        size={3}
        label={say('handover.ledger')}
        value={unbalanced === 0 ? '✓' : format.qty(unbalanced)}
        note={say(unbalanced === 0 ? 'handover.balanced' : 'handover.unbalanced')}
        tone={unbalanced === 0 ? undefined : 'red'}
      />
    </div>
  );
}

function Stations({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{say('handover.station')}</th>
          <th scope="col">{say('made.good')}</th>
          <th scope="col">{say('made.scrap')}</th>
          <th scope="col">{say('made.rework')}</th>
          <th scope="col">{say('handover.machine')}</th>
          <th scope="col">{say('handover.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.stations.map((row) => (
          <tr key={row.station}>
            <th scope="row">{names.station(row.station)}</th>
            <td>{format.qty(row.good)}</td>
            <td>{format.qty(row.scrap)}</td>
            <td>{format.qty(row.rework)}</td>
            <td>{format.qty(row.machineGood)}</td>
            <td data-tone={Number(row.differenceGood ?? 0) === 0 ? undefined : 'yellow'}>
              {format.qty(row.differenceGood)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Begun({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  return (
    <section>
      <h2 className={css.head}>{say('handover.begun', { count: sheet.openOperations.length })}</h2>
      <ul>
        {sheet.openOperations.map(({ operation, station, qtyGood, qtyTarget }) => (
          <li key={operation}>
            <strong>{operation}</strong> · {names.station(station)} · {format.qty(qtyGood)}/
            {format.qty(qtyTarget)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A shift that was handed over: by whom, when, with what note. */
function Closed({ closed, changed }: { closed: Handover; changed: boolean }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const name = names.worker(closed.worker ?? closed.closedBy);
  return (
    <p className={css.closed} role="status">
      <Icon name="lock" /> {say('handover.closed', { name, time: format.when(closed.closedAt) })}
      {closed.note ? ` · ${closed.note}` : ''}
      {changed ? ` · ${say('handover.changed')}` : ''}
    </p>
  );
}

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

/** Notes for the next shift, and the end of this one, for good. */
function Close({ sheet }: { sheet: HandoverSheet }) {
  const say = useFloorText();
  const id = useId();
  const decider = useDecider();
  const close = useWrite(handoverRoutes.close);
  const [note, setNote] = useState('');
  const [commandId] = useState(newCommandId);
  const { line, day, crew } = sheet;
  const send = (token: string) =>
    close.mutate({
      request: {
        params: { line },
        body: { commandId, day, crew, note, ...(decider && { worker: decider.worker }) },
      },
      options: { token, idempotencyKey: commandId },
    });
  return (
    <section className={css.close}>
      <label htmlFor={id}>{say('handover.note')}</label>
      <textarea
        id={id}
        className={css.note}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Answer error={close.error} />
      <DecideButton word={say('handover.close')} disabled={close.isPending} onDecide={send} />
    </section>
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
      <WhenLoaded of={preview}>
        {({ sheet, closed, changedSince }) => (
          <>
            <Which sheet={sheet} />
            {closed ? <Closed closed={closed} changed={changedSince} /> : null}
            <OpenFigures sheet={sheet} />
            <Stations sheet={sheet} />
            <Begun sheet={sheet} />
            {closed ? null : <Close sheet={sheet} />}
          </>
        )}
      </WhenLoaded>
    </LineFrame>
  );
}
