import { authRoutes, type Token } from '@takt/contracts';
import { giveFeedback, NoReplyError, useConnection, useLook, useWrite, type CallError } from '@takt/ui';
import { forgetBadge, knownBadge, rememberBadge } from './known-badges';
import { signIn } from './people';
import { readScan } from './scan-code';
import { useTerminal } from './terminal';

/** Nobody waits longer for core at the scanner, in real ms. */
const PATIENCE_MS = 4000;

/**
 * Lets somebody act at this screen, in their own language.
 * @param onDone what follows
 * @returns takes the log-in that core has given
 */
export function useWelcome(onDone?: () => void): (token: Token) => void {
  const [{ sound }, setLook] = useLook();
  return (token) => {
    giveFeedback('done', sound);
    signIn(token);
    setLook({ language: token.session.language });
    onDone?.();
  };
}

/** What follows from a badge. */
interface BadgeAnswers {
  readonly onDone?: () => void;
  /** @param code as it was read */
  readonly onRefused?: (error: CallError, code: string) => void;
}

/**
 * Signs people in by badge. While core is away, those whose badge was accepted at this device lately can go on entering.
 * @returns takes the code of a scanner; the error of the last one
 */
export function useBadge({ onDone, onRefused }: BadgeAnswers = {}) {
  const { id: device } = useTerminal();
  const [{ sound }] = useLook();
  const { state } = useConnection();
  const badge = useWrite(authRoutes.badge);
  const done = useWelcome(onDone);
  const refused = (error: CallError, code: string) => {
    giveFeedback('refused', sound);
    onRefused?.(error, code);
  };
  const ask = (id: string, code: string) =>
    badge.mutate(
      { request: { body: { badge: id } }, options: { timeoutMs: PATIENCE_MS } },
      {
        onSuccess: (token) => {
          void rememberBadge(id, device, token);
          done(token);
        },
        onError: (error) => {
          const away = error instanceof NoReplyError;
          const known = away ? knownBadge(id, device) : forgetBadge(id, device);
          void known.then((token) => (token ? done(token) : refused(error, code)));
        },
      },
    );
  const take = (code: string) => {
    const { id } = readScan(code);
    if (state !== 'offline') return ask(id, code);
    void knownBadge(id, device).then((known) => (known ? done(known) : ask(id, code)));
  };
  return { take, error: badge.error, busy: badge.isPending };
}
