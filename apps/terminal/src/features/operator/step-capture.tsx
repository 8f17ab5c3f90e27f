import { qualityRoutes, type Check, type StepCapture } from '@takt/contracts';
import { Button, EMPTY_ENTRY, Keypad, useFormat, useRead, type Entry } from '@takt/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { enterAndSignal } from '../../lib/enter-and-signal';
import { useNames } from '../../lib/names';
import { useEntries } from '../../lib/outbox/entries';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { usePeople } from '../../lib/people';
import { deedAt } from '../../lib/reporting';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { verdictOf } from './capture-verdict';
import css from './instruction-page.module.css';

/** What is asked, of which operation, in which step of its instruction. */
export interface CaptureProps {
  readonly operation: ExpectedOperation;
  readonly station: string;
  readonly no: number;
  readonly capture: StepCapture;
  /** what was keyed in before somebody said who they are */
  readonly before: string;
}

type Answered = Pick<Check, 'id' | 'value' | 'worker' | 'at' | 'within'> & { readonly queued: boolean };

/** What was answered in this step, the newest first; what waits for core is among it. */
function useAnswered(operation: string, no: number): readonly Answered[] {
  const checks = useRead(qualityRoutes.checks, {
    query: { filter: `operation:${operation}`, sort: '-at', limit: 200 },
  });
  const known = (checks.data?.items ?? []).filter(({ step }) => step === no);
  const entered = useEntries().flatMap(({ stage, command, commandId }): Answered[] => {
    if (command.kind !== 'check' || command.operation !== operation || command.body.step !== no) return [];
    if ((stage !== 'queued' && stage !== 'done') || known.some(({ id }) => id === commandId)) return [];
    const { value, worker = null, at = '' } = command.body;
    return [{ id: commandId, value, worker, at, within: !command.outside, queued: stage === 'queued' }];
  });
  return [...entered.reverse(), ...known.map((check) => ({ ...check, queued: false }))];
}

/** An answer in words: with its unit, or the name of the choice in the reader's language. */
function useAnswerWords({ kind, unit, choices }: StepCapture): (value: string) => string {
  const say = useFloorText();
  const format = useFormat();
  return (value) => {
    if (kind === 'yes-no') return say(value === 'yes' ? 'capture.yes' : 'capture.no');
    const choice = choices.find(({ name }) => name === value);
    if (choice) return format.name(choice);
    return unit === '' ? value : `${value} ${unit}`;
  };
}

function Answers({ answered, capture }: { answered: readonly Answered[]; capture: StepCapture }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const words = useAnswerWords(capture);
  const shown = answered.slice(0, 3);
  if (shown.length === 0) return null;
  return (
    <ul className={css.answers} aria-label={say('capture.answers')}>
      {shown.map(({ id, value, worker, at, within, queued }) => (
        <li key={id} data-tone={within ? 'green' : 'red'}>
          <strong>{words(value)}</strong>
          <span>
            {[
              worker === null ? '' : names.worker(worker),
              format.time(at),
              queued ? say('entries.stage.queued') : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface FieldProps {
  readonly capture: StepCapture;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function NumberAnswer({ capture, value, onValue }: FieldProps) {
  const format = useFormat();
  const [fresh, setFresh] = useState(true);
  const entry: Entry = value === '' ? EMPTY_ENTRY : { text: value, fresh };
  return (
    <Keypad
      entry={entry}
      onEntry={(next) => {
        setFresh(next.fresh);
        onValue(next.text);
      }}
      label={format.name(capture)}
      unit={capture.unit}
      decimals={3}
      signed={capture.min === null || capture.min < 0}
    />
  );
}

function TileAnswer({ capture, value, onValue }: FieldProps) {
  const say = useFloorText();
  const format = useFormat();
  const tiles =
    capture.kind === 'yes-no'
      ? (['yes', 'no'] as const).map((answer) => ({ id: answer, word: say(`capture.${answer}`) }))
      : capture.choices.map((choice) => ({ id: choice.name, word: format.name(choice) }));
  return (
    <div className={css.tiles} role="group" aria-label={format.name(capture)}>
      {tiles.map(({ id, word }) => (
        <Button key={id} primary pressed={id === value} onClick={() => onValue(id)}>
          {word}
        </Button>
      ))}
    </div>
  );
}

function TextAnswer({ capture, value, onValue }: FieldProps) {
  const format = useFormat();
  return (
    <textarea
      className={css.text}
      aria-label={format.name(capture)}
      rows={4}
      maxLength={500}
      value={value}
      onChange={({ target }) => onValue(target.value)}
    />
  );
}

const fields = { number: NumberAnswer, text: TextAnswer, 'yes-no': TileAnswer, choice: TileAnswer } as const;

/** Enters an answer: kept with the lot, in its place among everything else that is entered here. */
function useRecord({ operation, station, no, capture }: CaptureProps) {
  const people = usePeople();
  return async (value: string, outside: boolean) => {
    const [acting] = people;
    const { name, kind } = capture;
    await enterAndSignal((commandId) => ({
      kind: 'check',
      operation: operation.id,
      outside,
      body: {
        ...{ commandId, name, kind, value, step: no, station, at: deedAt() },
        ...(acting && { worker: acting.worker }),
      },
    }));
  };
}

/** Asks what a step asks for; what was answered before stands above it. */
export function StepAnswer(props: CaptureProps) {
  const { operation, station, no, capture, before } = props;
  const say = useFloorText();
  const format = useFormat();
  const go = useNavigate();
  const people = usePeople();
  const [value, setValue] = useState(before);
  const words = useAnswerWords(capture);
  const answered = useAnswered(operation.id, no);
  const record = useRecord(props);
  const given = capture.kind === 'number' && value.endsWith('.') ? value.slice(0, -1) : value.trim();
  const verdict = verdictOf(capture, given, operation.limits);
  const send = once(() => {
    if (people.length === 0) {
      const here = `/operator/instruction?station=${station}&step=${no}&value=${encodeURIComponent(given)}`;
      return void go(`/sign-in?then=${encodeURIComponent(here)}`);
    }
    void record(given, verdict === 'outside');
    setValue('');
  });
  const Field = fields[capture.kind];
  return (
    <>
      <section className={css.ask} aria-label={format.name(capture)}>
        <h2>
          {format.name(capture)}
          {capture.min === null && capture.max === null ? null : (
            <small>
              {format.number(capture.min, 3)} … {format.number(capture.max, 3)} {capture.unit}
            </small>
          )}
        </h2>
        <Answers answered={answered} capture={capture} />
        {verdict === 'outside' ? (
          <p className={css.outside} data-tone="red" role="alert">
            {say('capture.outside')}
          </p>
        ) : null}
        <Button kind="main" primary icon="check" disabled={verdict === 'none'} onClick={send}>
          {say('capture.record', { value: given === '' ? '–' : words(given) })}
        </Button>
      </section>
      <div className={css.field}>
        <Field capture={capture} value={value} onValue={setValue} />
      </div>
    </>
  );
}
