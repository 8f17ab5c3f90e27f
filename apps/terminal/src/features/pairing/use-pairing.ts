import { authRoutes } from '@takt/contracts';
import { ProblemError, useRuntime, useWrite } from '@takt/ui';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { codeSigns, wholeCode } from './pairing-code';

/** What comes by the keyboard has ended when nothing more comes for so long, in real ms: an address that is scanned has more than eight signs. */
const TYPED_MS = 300;

/** What this screen is, for the list of screens in the office. */
function screenName(): string {
  return `${screen.width} × ${screen.height}, ${navigator.platform || 'browser'}`.slice(0, 120);
}

/** The screen that is paired with what core has given for a code. */
function usePair() {
  const { tokens } = useRuntime();
  const { mutateAsync } = useWrite(authRoutes.pair);
  const [, setQuery] = useSearchParams();
  return async (code: string) => {
    const token = await mutateAsync({ request: { body: { code, name: screenName() } } });
    setQuery({}, { replace: true });
    tokens.set(token);
  };
}

/**
 * Sends one code at a time. A code is good once: whatever is pressed or scanned meanwhile, its reply is heard.
 * @param show shows the signs of the code that is sent, and none after it was refused
 */
function useSending(show: (signs: string) => void) {
  const pair = usePair();
  const sending = useRef<string>(undefined);
  const waiting = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const send = async (first: string) => {
    if (sending.current !== undefined) {
      if (first !== sending.current) waiting.current = first;
      return;
    }
    setBusy(true);
    for (let code: string | undefined = first; code !== undefined; code = waiting.current) {
      sending.current = code;
      waiting.current = undefined;
      setError(undefined);
      show(codeSigns(code));
      try {
        await pair(code);
        break;
      } catch (fault) {
        setError(fault instanceof Error ? fault : new Error(String(fault)));
        if (fault instanceof ProblemError) show('');
      }
    }
    sending.current = waiting.current = undefined;
    setBusy(false);
  };
  return { send, busy, error, clear: () => setError(undefined) };
}

/**
 * Pairs this screen by a code. One that came with the address is sent at once.
 * @returns `signs` so far; `enter` takes what a finger or the scanner enters, and sends it when it is whole; `type` what comes by the
 * keyboard, which is sent when no more comes; both do nothing to a code that is on its way. `error`: why the last code paired nothing
 */
export function usePairing() {
  const [query] = useSearchParams();
  const [signs, setSigns] = useState(() => codeSigns(query.get('pair') ?? ''));
  const { send, busy, error, clear } = useSending(setSigns);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const take = (text: string): string | undefined => {
    clearTimeout(timer.current);
    const next = codeSigns(text);
    if (!busy) {
      clear();
      setSigns(next);
    }
    return wholeCode(next);
  };
  const enter = (text: string) => {
    const code = take(text);
    if (code !== undefined) void send(code);
  };
  const type = (text: string) => {
    if (busy) return;
    const code = take(text);
    if (code !== undefined) timer.current = setTimeout(() => void send(code), TYPED_MS);
  };
  const start = useEffectEvent(() => enter(signs));
  useEffect(() => {
    start();
    return () => clearTimeout(timer.current);
  }, []);
  return { signs, enter, type, error, busy };
}
