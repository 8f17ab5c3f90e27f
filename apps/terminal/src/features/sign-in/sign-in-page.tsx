import { authRoutes, workerRoutes, type Worker } from '@takt/contracts';
import {
  Button,
  EMPTY_ENTRY,
  giveFeedback,
  Icon,
  Keypad,
  NoReplyError,
  ProblemError,
  useFormat,
  useLook,
  useRead,
  useUiText,
  useWedge,
  useWrite,
  WhenLoaded,
  type CallError,
  type Entry,
} from '@takt/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { useBadge, useWelcome } from '../../lib/use-badge';
import { Here } from './here';
import css from './sign-in-page.module.css';

const PIN_MIN = 4;
const PIN_MAX = 8;

/** Signs people in by badge or PIN; the screen goes back to work when it is done. */
function useSignIn() {
  const go = useNavigate();
  const [query] = useSearchParams();
  const then = query.get('then');
  const onward = () => void go(then?.startsWith('/operator') ? then : '/');
  const [{ sound }] = useLook();
  const [way, setWay] = useState<'badge' | 'pin'>('badge');
  const badge = useBadge({ onDone: onward });
  const pin = useWrite(authRoutes.pin);
  const answers = {
    onSuccess: useWelcome(onward),
    onError: () => giveFeedback('refused', sound),
  };
  return {
    byBadge: (code: string) => {
      setWay('badge');
      badge.take(code);
    },
    byPin: (worker: string, digits: string) => {
      setWay('pin');
      pin.mutate({ request: { body: { worker, pin: digits } } }, answers);
    },
    way,
    error: way === 'pin' ? pin.error : badge.error,
    busy: badge.busy || pin.isPending,
  };
}

/** Those of this line first, then by name. */
function inOrder(workers: readonly Worker[], line: string): readonly Worker[] {
  return workers
    .filter(({ active }) => active)
    .sort((a, b) => Number(b.line === line) - Number(a.line === line) || a.name.localeCompare(b.name));
}

/** Says why somebody could not sign in: in the words of the floor where badge or PIN are wrong. */
function useFault(): (error: CallError | null, wrong: string) => string | undefined {
  const ui = useUiText();
  return (error, wrong) => {
    if (error === null) return undefined;
    if (error instanceof NoReplyError) return ui('page.no-reply');
    return error instanceof ProblemError && error.problem.code === 'auth.refused' ? wrong : error.message;
  };
}

interface PinProps {
  readonly worker: Worker | undefined;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  /** why the last one was refused */
  readonly fault: string | undefined;
}

function Pin({ worker, entry, onEntry, fault }: PinProps) {
  const say = useFloorText();
  const format = useFormat();
  return (
    <div className={css.pin}>
      {fault !== undefined && entry.text === '' ? (
        <p className={css.fault} role="alert">
          {fault}
        </p>
      ) : (
        <h2>{worker ? format.name(worker) : say('sign-in.choose')}</h2>
      )}
      <Keypad entry={entry} onEntry={onEntry} label={say('sign-in.pin')} codeDigits={PIN_MAX} secret />
    </div>
  );
}

function People({ chosen, onChoose }: { chosen: Worker | undefined; onChoose: (worker: Worker) => void }) {
  const format = useFormat();
  const { line } = useTerminal();
  const workers = useRead(workerRoutes.list, { query: { limit: 500 } });
  return (
    <WhenLoaded of={workers}>
      {({ items }) => (
        <div className={css.list}>
          {inOrder(items, line).map((worker) => (
            <Button
              key={worker.id}
              className={css.name as string}
              pressed={worker.id === chosen?.id}
              onClick={() => onChoose(worker)}
            >
              {format.name(worker)}
            </Button>
          ))}
        </div>
      )}
    </WhenLoaded>
  );
}

/** Who works here: badge at the scanner, or name and PIN. */
export default function SignInPage() {
  const say = useFloorText();
  const { byBadge, byPin, way, error, busy } = useSignIn();
  const faultOf = useFault();
  const format = useFormat();
  const [chosen, setChosen] = useState<Worker>();
  const [entry, setEntry] = useState<Entry>(EMPTY_ENTRY);
  useWedge(byBadge);
  const choose = (worker: Worker) => {
    setChosen(worker);
    setEntry(EMPTY_ENTRY);
  };
  const send = () => {
    if (chosen) byPin(chosen.id, entry.text);
    setEntry(EMPTY_ENTRY);
  };
  const name = chosen ? format.name(chosen) : '';
  const ready = chosen !== undefined && !busy && entry.text.length >= PIN_MIN;
  return (
    <FloorFrame
      title={say('sign-in')}
      back
      foot={
        <Button className={css.send as string} kind="main" primary disabled={!ready} onClick={send}>
          {say('sign-in')}
        </Button>
      }
    >
      <div className={css.page}>
        <div>
          <p className={css.hint}>
            <Icon name="badge" /> {say('sign-in.hint')}
          </p>
          <Here />
          <People chosen={chosen} onChoose={choose} />
        </div>
        <Pin
          worker={chosen}
          entry={entry}
          onEntry={setEntry}
          fault={faultOf(error, say(`sign-in.${way}-wrong`, { name }))}
        />
      </div>
    </FloorFrame>
  );
}
