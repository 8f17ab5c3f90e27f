import { mostMore, overTarget } from '@takt/production';
import { Button, EMPTY_ENTRY, Keypad, useFormat, type Entry } from '@takt/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { OverTarget } from '../../components/over-target';
import { itemOf } from '../../lib/names';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { usePeople } from '../../lib/people';
import { reportStep } from '../../lib/reporting';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useFloorScan } from '../../lib/use-floor-scan';
import { countedBy, READING_MAX, type Counted } from './counted';
import { keepDraft, useDraft } from './draft';
import css from './made-page.module.css';
import { ScrapReason } from './scrap-reason';
import { SendButton } from './send-button';
import { TooMuch } from './too-much';
import { useLastReading } from './use-last-reading';

const FIELDS = ['from', 'to', 'scrap', 'rework'] as const;
type Field = (typeof FIELDS)[number];
type Entries = Readonly<Record<Field, Entry>>;

/** What has been read and keyed in so far; where the counter stood before is there already when it is known. */
function useKeyedIn({ id }: ExpectedOperation, station: string, last: number | undefined) {
  const { before, ...draft } = useDraft(station);
  const [chosen, choose] = useState<Field>();
  const [keyed, setKeyed] = useState<Partial<Entries>>(before?.entries ?? {});
  const [reason, setReason] = useState(before?.reason);
  const from = last === undefined ? EMPTY_ENTRY : { text: String(last), fresh: true };
  const entries: Entries = { from, to: EMPTY_ENTRY, scrap: EMPTY_ENTRY, rework: EMPTY_ENTRY, ...keyed };
  const field = chosen ?? (last === undefined && keyed.from === undefined ? 'from' : 'to');
  const [a, b, c, d] = FIELDS.map((each) => entries[each].text);
  return {
    ...draft,
    ...{ id, entries, field, choose, reason, setReason },
    counted: countedBy({ from: a ?? '', to: b ?? '', scrap: c ?? '', rework: d ?? '' }, last),
    scraps: Number(entries.scrap.text || 0) > 0,
    key: (entry: Entry) => {
      choose(field);
      setKeyed({ ...keyed, [field]: entry });
    },
  };
}

type ReadNow = ReturnType<typeof useKeyedIn>;

/** Why the reading cannot be. */
function Fault({ counted }: { counted: Counted }) {
  const say = useFloorText();
  const format = useFormat();
  if (counted.kind !== 'back' && counted.kind !== 'more') return null;
  return (
    <p className={css.fault} role="alert" data-tone="red">
      {counted.kind === 'back'
        ? say('reading.back', { before: format.qty(counted.before) })
        : say('reading.more', { count: counted.count })}
    </p>
  );
}

/** Pieces that the reading makes: more than was asked for, or more than core takes. */
function HowMuch({ operation, counted }: { operation: ExpectedOperation; counted: Counted }) {
  if (counted.kind !== 'counted') return null;
  const { from, to } = counted.reading;
  const most = mostMore(operation);
  if (to - from > most) return <TooMuch qty={to - from} most={most} />;
  return <OverTarget over={overTarget(operation, counted.good)} word="made.would-be-over" />;
}

function Columns({ operation, read }: { operation: ExpectedOperation; read: ReadNow }) {
  const say = useFloorText();
  const format = useFormat();
  const { entries, field, choose, key, counted, scraps, reason, setReason } = read;
  const label = (each: Field) => say(each === 'from' || each === 'to' ? `reading.${each}` : `made.${each}`);
  return (
    <div className={css.page}>
      <div className={css.left}>
        <div className={css.kinds} role="group" aria-label={say('work.made')}>
          {FIELDS.map((each) => (
            <Button
              key={each}
              className={css.reading as string}
              pressed={each === field}
              onClick={() => choose(each)}
            >
              <span>{label(each)}</span>
              <strong>{entries[each].text === '' ? '–' : format.qty(entries[each].text)}</strong>
            </Button>
          ))}
        </div>
        <p className={css.counted}>
          {say('made.good')}{' '}
          <strong>
            {counted.kind === 'counted' ? format.qty(counted.good) : '–'} {format.unit(operation.unit)}
          </strong>
        </p>
      </div>
      <Keypad entry={entries[field]} onEntry={key} label={label(field)} max={READING_MAX} />
      <div>
        <Fault counted={counted} />
        <HowMuch operation={operation} counted={counted} />
        <ScrapReason scraps={scraps} reason={reason} onReason={setReason} />
      </div>
    </div>
  );
}

/** Good is what the counter of the machine went on by, less scrap and rework; for machines without a signal. */
export function CountedForm({ operation, station }: { operation: ExpectedOperation; station: string }) {
  const say = useFloorText();
  const format = useFormat();
  const go = useNavigate();
  const people = usePeople();
  const [query] = useSearchParams();
  const finish = query.get('finish') === 'yes';
  const read = useKeyedIn(operation, station, useLastReading(operation, station));
  useFloorScan();
  const { counted, entries, scraps, reason, home, corrects } = read;
  const made = counted.kind === 'counted' ? `${format.qty(counted.good)} ${say('made.good')}` : '–';
  const before = Number(operation.qtyGood) + Number(operation.qtyScrap) + Number(operation.qtyRework);
  const pieces = counted.kind === 'counted' ? counted.reading.to - counted.reading.from : 0;
  const ready =
    counted.kind === 'counted' &&
    pieces <= mostMore(operation) &&
    (pieces > 0 || (finish && before > 0)) &&
    (!scraps || reason !== undefined);
  const send = once(() => {
    if (counted.kind !== 'counted') return;
    if (people.length === 0) {
      keepDraft(read.here, { entries, reason, lot: undefined });
      return void go(`/sign-in?then=${encodeURIComponent(read.here)}`);
    }
    void reportStep({
      ...{ operation, station, corrects, reading: counted.reading },
      type: finish ? 'complete' : 'quantity',
      made: {
        good: String(counted.good),
        scrap: entries.scrap.text,
        rework: entries.rework.text,
        scrapReason: scraps ? reason : undefined,
      },
      text: finish ? say('work.finished', { operation: operation.workOrder, made }) : made,
    });
    void go(home);
  });
  const byKeypad = () => void go(`${read.here}&by=keypad`, { replace: true });
  return (
    <FloorFrame
      title={`${operation.workOrder} · ${format.name(itemOf(operation))}`}
      back={home}
      foot={
        <>
          <Button onClick={byKeypad}>{say('reading.by-keypad')}</Button>
          <SendButton
            icon="check"
            label={say(finish ? 'made.finish' : 'made.send', { made })}
            ready={ready}
            onSend={send}
          />
        </>
      }
    >
      <Columns operation={operation} read={read} />
    </FloorFrame>
  );
}
