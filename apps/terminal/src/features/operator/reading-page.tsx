import { EMPTY_ENTRY, Keypad, useFormat, type Entry } from '@takt/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { usePeople } from '../../lib/people';
import { reportStep } from '../../lib/reporting';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useFloorScan } from '../../lib/use-floor-scan';
import { AskedOperation } from './asked-operation';
import { READING_MAX } from './counted';
import css from './made-page.module.css';
import { SendButton } from './send-button';
import { useStationId } from './use-station';

function StartForm({ operation, station }: { operation: ExpectedOperation; station: string }) {
  const say = useFloorText();
  const format = useFormat();
  const go = useNavigate();
  const people = usePeople();
  const [entry, setEntry] = useState<Entry>(EMPTY_ENTRY);
  useFloorScan();
  const home = `/operator?station=${station}`;
  const start = once(() => {
    if (people.length === 0) return void go('/sign-in');
    const at = Number(entry.text);
    const text = say('work.started', { operation: operation.workOrder });
    void reportStep({ operation, station, type: 'start', reading: { from: at, to: at }, text });
    void go(home);
  });
  return (
    <FloorFrame
      title={`${operation.workOrder} · ${say('reading.start')}`}
      back={home}
      foot={
        <SendButton
          icon="play"
          label={say('reading.begin', { reading: entry.text === '' ? '–' : format.qty(entry.text) })}
          ready={entry.text !== ''}
          onSend={start}
        />
      }
    >
      <div className={css.page}>
        <p className={css.so}>{say('reading.hint')}</p>
        <Keypad entry={entry} onEntry={setEntry} label={say('reading.start')} max={READING_MAX} />
      </div>
    </FloorFrame>
  );
}

/** What the counter shows before the first piece: the start of an operation where people read it. */
export function ReadingPage() {
  const station = useStationId();
  return (
    <AskedOperation station={station}>
      {(operation) => <StartForm key={operation.id} operation={operation} station={station} />}
    </AskedOperation>
  );
}
