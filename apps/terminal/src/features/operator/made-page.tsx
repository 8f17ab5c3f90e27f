import { WHOLE_UNITS } from '@takt/contracts';
import { mostMore, overTarget } from '@takt/production';
import { Button, EMPTY_ENTRY, Keypad, useFormat, type Entry } from '@takt/ui';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { OverTarget } from '../../components/over-target';
import { itemOf } from '../../lib/names';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { usePeople } from '../../lib/people';
import { reportStep } from '../../lib/reporting';
import type { Made } from '../../lib/step';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useFloorScan } from '../../lib/use-floor-scan';
import { AskedOperation } from './asked-operation';
import { CountedForm } from './counted-form';
import { keepDraft, useCorrected, useDraft } from './draft';
import css from './made-page.module.css';
import { ScrapReason } from './scrap-reason';
import { SendButton } from './send-button';
import { TooMuch } from './too-much';
import { useReportBy, useStationId } from './use-station';

const KINDS = ['good', 'scrap', 'rework'] as const;
type Kind = (typeof KINDS)[number];
type Entries = Readonly<Record<Kind, Entry>>;

const qtyOf = ({ text }: Entry) => (text.endsWith('.') ? text.slice(0, -1) : text);
const amount = (entry: Entry) => Number(qtyOf(entry) || 0);

function restOf({ qtyTarget, qtyGood }: ExpectedOperation): string {
  return String(Math.max(0, Math.round((Number(qtyTarget) - Number(qtyGood)) * 1e6) / 1e6));
}

interface SummaryProps {
  readonly entries: Entries;
  readonly chosen: Kind;
  readonly onChoose: (kind: Kind) => void;
  readonly unit: string;
}

/** Good, scrap and rework side by side; the keypad keys in the chosen one. */
function Summary({ entries, chosen, onChoose, unit }: SummaryProps) {
  const say = useFloorText();
  return (
    <div className={css.kinds} role="group" aria-label={say('work.made')}>
      {KINDS.map((kind) => (
        <Button
          key={kind}
          className={css.kind as string}
          pressed={kind === chosen}
          onClick={() => onChoose(kind)}
        >
          <span>{say(`made.${kind}`)}</span>
          <strong>
            {qtyOf(entries[kind]) || '0'} <small>{unit}</small>
          </strong>
        </Button>
      ))}
    </div>
  );
}

function wordsOf(
  entries: Entries,
  say: ReturnType<typeof useFloorText>,
  qty: (value: number) => string,
): string {
  const said = KINDS.filter((kind) => amount(entries[kind]) > 0).map(
    (kind) => `${qty(amount(entries[kind]))} ${say(`made.${kind}`)}`,
  );
  return said.join(', ');
}

/** What has been keyed in so far; a scanned lot belongs to it. */
function useKeyedIn(operation: ExpectedOperation, station: string, finish: boolean) {
  const { before, ...draft } = useDraft(station);
  const rest = restOf(operation);
  const [chosen, choose] = useState<Kind>('good');
  const [keyed, setKeyed] = useState<Partial<Entries>>(before?.entries ?? {});
  // Until somebody keys in something else, the rest stands there, also when it changes meanwhile.
  const suggested = finish && rest !== '0' ? { text: rest, fresh: true } : EMPTY_ENTRY;
  const entries: Entries = { good: suggested, scrap: EMPTY_ENTRY, rework: EMPTY_ENTRY, ...keyed };
  const [reason, setReason] = useState(before?.reason);
  const [lot, setLot] = useState(before?.lot);
  useFloorScan({
    lot: (id) => {
      setLot(id);
      return true;
    },
  });
  const scraps = amount(entries.scrap) > 0;
  const total = KINDS.reduce((sum, kind) => sum + amount(entries[kind]), 0);
  const most = mostMore(operation);
  const madeBefore = Number(operation.qtyGood) + Number(operation.qtyScrap) + Number(operation.qtyRework);
  const made: Made = {
    good: qtyOf(entries.good),
    scrap: qtyOf(entries.scrap),
    rework: qtyOf(entries.rework),
    scrapReason: scraps ? reason : undefined,
    lot,
  };
  return {
    ...draft,
    ...{ rest, chosen, choose, entries, reason, lot, setLot, scraps, made, total, most },
    complete: total <= most && (total > 0 || (finish && madeBefore > 0)) && (!scraps || reason !== undefined),
    key: (entry: Entry) => setKeyed({ ...keyed, [chosen]: entry }),
    because: (id: string) => {
      setReason(id);
      if (!scraps) choose('scrap');
    },
  };
}

type KeyedIn = ReturnType<typeof useKeyedIn>;

/** The three columns: what is keyed in, the pad, the reason. */
function Columns({ operation, keyed }: { operation: ExpectedOperation; keyed: KeyedIn }) {
  const say = useFloorText();
  const format = useFormat();
  const unit = format.unit(operation.unit);
  const { entries, chosen, choose, key, rest, lot, setLot, total, most } = keyed;
  return (
    <div className={css.page}>
      <div className={css.left}>
        <Summary entries={entries} chosen={chosen} onChoose={choose} unit={unit} />
        <p className={css.so}>
          {say('made.so-far', {
            good: format.qty(operation.qtyGood),
            target: format.qty(operation.qtyTarget),
          })}
        </p>
        {total > most ? (
          <TooMuch qty={total} most={most} />
        ) : (
          <OverTarget over={overTarget(operation, amount(entries.good))} word="made.would-be-over" />
        )}
        {lot === undefined ? null : (
          <Button icon="cross" onClick={() => setLot(undefined)}>
            {say('made.lot', { lot })}
          </Button>
        )}
      </div>
      <Keypad
        entry={entries[chosen]}
        onEntry={key}
        label={say(`made.${chosen}`)}
        unit={unit}
        decimals={WHOLE_UNITS.includes(operation.unit) ? 0 : 3}
        {...(chosen === 'good' && rest !== '0' && { rest })}
      />
      <ScrapReason scraps={keyed.scraps} reason={keyed.reason} onReason={keyed.because} />
    </div>
  );
}

function MadeForm({ operation, station }: { operation: ExpectedOperation; station: string }) {
  const say = useFloorText();
  const format = useFormat();
  const go = useNavigate();
  const [query] = useSearchParams();
  const finish = query.get('finish') === 'yes';
  const keyed = useKeyedIn(operation, station, finish);
  const words = wordsOf(keyed.entries, say, format.qty);
  const { home, here, made, corrects } = keyed;
  const people = usePeople();
  const send = once(() => {
    if (people.length === 0) {
      keepDraft(here, keyed);
      return void go(`/sign-in?then=${encodeURIComponent(here)}`);
    }
    const text = finish
      ? say('work.finished', { operation: operation.workOrder, made: words || '–' })
      : words;
    const type = finish ? 'complete' : 'quantity';
    void reportStep({ operation, station, type, made, text, corrects });
    void go(home);
  });
  const item = format.name(itemOf(operation));
  return (
    <FloorFrame
      title={`${operation.workOrder} · ${item}`}
      back={home}
      foot={
        <SendButton
          icon="check"
          label={say(finish ? 'made.finish' : 'made.send', { made: words })}
          ready={keyed.complete}
          onSend={send}
        />
      }
    >
      <Columns operation={operation} keyed={keyed} />
    </FloorFrame>
  );
}

/** Good, scrap, rework and the reason in one action; with `finish=yes` it ends the operation too, with `correct` it puts a refused report right. */
export function MadePage() {
  const station = useStationId();
  const [query] = useSearchParams();
  const corrected = useCorrected();
  const byCounter = useReportBy(station) === 'counter';
  if (corrected === 'over') return <Navigate to="/entries" replace />;
  const counted = (corrected ? corrected.reading !== undefined : byCounter) && query.get('by') !== 'keypad';
  const Form = counted ? CountedForm : MadeForm;
  return (
    <AskedOperation station={station}>
      {(operation) => <Form key={operation.id} operation={operation} station={station} />}
    </AskedOperation>
  );
}
